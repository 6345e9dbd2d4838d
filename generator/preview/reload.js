// Keeps a previewed page fresh after each build that changed something, and shows what is wrong over it. Where nothing
// but words and elements can have changed, these take their places without a reload, which takes several times as long.
// Sent by `dateline serve` only; the built site never holds it.
(() => {
  "use strict";

  const script = document.currentScript;
  const events = new URL("events", script.src);
  let shown = script.dataset.version;
  const CLOSED = "dateline-closed-problems"; // the list that the reader has closed, until another one comes
  const MOST = 50; // problems shown at once; the terminal has all
  let stream = null;
  let panel = null;
  let turn = 0; // of the refreshes, of which the last one counts
  const STYLES = "link[rel~=stylesheet], style";
  const looks = etags().catch(() => null);

  // What the style sheets are, as far as the server tells.
  async function etags() {
    const links = [...document.querySelectorAll("link[rel~=stylesheet]")];
    const answers = await Promise.all(links.map((link) => fetch(link.href, { method: "HEAD", cache: "no-store" })));
    return answers.map((answer) => answer.headers.get("etag")).join();
  }

  function stylesOf(page) {
    return [...page.querySelectorAll(STYLES)].map((style) => style.outerHTML).join();
  }

  // Whether a page does anything by itself that only loading it would begin.
  function acts(page) {
    const scripts = [...page.querySelectorAll("script:not([type='application/ld+json'])")];
    return scripts.some((own) => own.dataset.version === undefined) || page.querySelector("meta[http-equiv=refresh i]");
  }

  async function refresh() {
    const own = ++turn;
    try {
      const [answer, before, now] = await Promise.all([fetch(location.href, { cache: "no-store" }), looks, etags()]);
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      if (own !== turn) return;
      const looksAlike = before === now && stylesOf(document) === stylesOf(page);
      if (answer.ok && looksAlike && !acts(document) && !acts(page)) return exchange(page);
    } catch {
      // The server is gone, or goes: the browser says so.
    }
    if (own === turn) location.reload();
  }

  // Puts all of a page in the place of this one but its style sheets, which are the same.
  function exchange(page) {
    for (const node of [...document.head.children]) if (!node.matches(STYLES)) node.remove();
    document.head.append(...[...page.head.children].filter((node) => !node.matches(STYLES)));
    for (const { name, value } of page.documentElement.attributes) document.documentElement.setAttribute(name, value);
    shown = page.querySelector("script[data-version]")?.dataset.version;
    document.body.replaceWith(page.body);
    if (panel) document.body.append(panel);
  }

  function connect() {
    stream?.close();
    stream = new EventSource(events);
    // Also tells of what happened while there was no connection: sleep, a hidden tab, a restarted server.
    stream.addEventListener("state", (event) => {
      if (event.data !== shown) refresh();
    });
    stream.addEventListener("reload", refresh);
    stream.addEventListener("problems", (event) => show(event.data));
    stream.addEventListener("fixed", () => {
      sessionStorage.removeItem(CLOSED);
      hide();
    });
    stream.addEventListener("error", () => {
      // A lost connection is taken up again by the browser; one that was answered with an error is not.
      if (stream?.readyState === EventSource.CLOSED) setTimeout(resume, 1000);
    });
  }

  // Browsers allow six connections to a server, so only pages that are looked at keep one.
  function resume() {
    if (document.visibilityState === "visible") connect();
  }

  function rest() {
    stream?.close();
    stream = null;
  }

  function element(name, text, style) {
    const made = document.createElement(name);
    made.textContent = text;
    made.style.cssText = `all: revert; ${style}`; // untouched by the site's own style sheet
    return made;
  }

  function hide() {
    panel?.remove();
    panel = null;
  }

  function show(data) {
    hide();
    if (sessionStorage.getItem(CLOSED) === data) return;
    const problems = JSON.parse(data);
    panel = element(
      "div",
      "",
      "color-scheme: light dark; background: Canvas; color: CanvasText; position: fixed; inset: auto 0 0 0;" +
        "max-height: 60vh; overflow: auto; box-sizing: border-box; padding: 1rem 1.5rem; z-index: 2147483647;" +
        "border-top: 4px solid #d33; font: 16px/1.5 system-ui, sans-serif; text-align: start; direction: ltr",
    );
    panel.setAttribute("role", "alert");
    const close = element("button", "Close", "float: right; font: inherit; padding: 0 0.75em");
    close.type = "button";
    close.addEventListener("click", () => {
      sessionStorage.setItem(CLOSED, data);
      hide();
    });
    const count = problems.length === 1 ? "1 problem" : `${problems.length} problems`;
    const list = element("ul", "", "margin: 0.5em 0 0; padding: 0 0 0 1.25em");
    for (const problem of problems.slice(0, MOST)) {
      list.append(element("li", problem, "overflow-wrap: anywhere; white-space: pre-wrap"));
    }
    if (problems.length > MOST) list.append(element("li", `… and ${problems.length - MOST} more`, ""));
    panel.append(close, element("strong", `The last build found ${count}`, ""), list);
    document.body.append(panel);
  }

  document.addEventListener("visibilitychange", () => (document.hidden ? rest() : resume()));
  addEventListener("pagehide", rest);
  addEventListener("pageshow", (event) => {
    if (event.persisted) resume();
  });
  resume();
})();
