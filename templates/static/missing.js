// On the page that a host shows where there is nothing: puts the words of the address that was asked for into the search
// box, so that one key finds what has moved.

const field = document.querySelector("#missing-q");
const name = location.pathname.split("/").filter(Boolean).pop() ?? "";

try {
  const words = decodeURIComponent(name).replace(/\.\w+$/, "").replace(/[-_+]+/g, " ");
  if (words !== "404") field.value = words;
} catch {
  // An address that is no text gives no words.
}
