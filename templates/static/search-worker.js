// Pagefind's worker, with one change: every shard brings the same WebAssembly, so only the first one's is fetched.

const modules = new Map();
const fetchFile = self.fetch.bind(self);

self.fetch = (address, options) => {
  const name = /wasm\.[^/]+\.pagefind$/.exec(String(address))?.[0];
  if (!name) return fetchFile(address, options);
  if (!modules.has(name)) {
    const module = fetchFile(address, options);
    modules.set(name, module);
    module.catch(() => modules.delete(name));
  }
  return modules.get(name).then((response) => response.clone());
};

importScripts("../search/pagefind/pagefind-worker.js");
