// On a phone the sections below the drawing are folded, so that the page can be looked over.

function foldSections() {
  if (!window.matchMedia("(max-width: 40rem)").matches) return;
  for (const section of document.querySelectorAll("main > section")) {
    const heading = section.querySelector(":scope > h2");
    if (!heading || ["brief", "explore"].includes(section.id)) continue;
    const button = el("button", {
      type: "button",
      class: "fold",
      "aria-expanded": "false",
      onclick: () => unfold(section, section.classList.contains("folded"))
    });
    button.append(...heading.childNodes);
    heading.append(button);
    section.classList.add("folded");
  }
}

function unfold(section, open = true) {
  section.classList.toggle("folded", !open);
  section.querySelector(".fold")?.setAttribute("aria-expanded", String(open));
}

// What a link within the page leads to is not left folded.
function unfoldTarget(address) {
  const target = address.length > 1 ? $(address.slice(1)) : null;
  const section = target?.closest("section.folded");
  if (section) unfold(section);
}

document.addEventListener("click", (event) => {
  const link = event.target.closest?.("nav a[href^='#']");
  if (link) unfoldTarget(link.getAttribute("href"));
});
