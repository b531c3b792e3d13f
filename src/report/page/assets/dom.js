// Building elements. Text from the data goes in as text nodes only.

function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on"))
      element.addEventListener(name.slice(2), value);
    else if (value === true)
      element.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined)
      element.setAttribute(name, value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== ""));
  return element;
}

const $ = (id) => document.getElementById(id);
const name = (text) => el("bdi", {}, text);
const actorLink = (actor) => el("a", {href: `#actor-${actor.i}`}, name(actor.label));

// As the page's tables show numbers: four significant digits, all digits of an integer.
function shown(value) {
  if (value === null || value === undefined) return "–";
  if (Number.isInteger(value) || Math.abs(value) >= 1000) return Math.round(value).toLocaleString("en");
  return String(Number(value.toPrecision(4)));
}

const counted = (count, one, many = `${one}s`) => `${count.toLocaleString("en")} ${count === 1 ? one : many}`;

// Said by screen readers.
function say(text) {
  $("live").textContent = text;
}

// Only web addresses become links.
function sourceLink(source) {
  const words = source.title || source.id;
  if (!/^https?:\/\//i.test(source.url || "")) return name(words);
  return el("a", {href: source.url, rel: "noopener noreferrer", target: "_blank"}, name(words));
}

function labelled(text, control) {
  return el("label", {class: "control"}, el("span", {}, text), control);
}

function choice(id, options, onchange) {
  return el(
      "select", {id, onchange: (event) => onchange(event.target.value)},
      options.map(([value, text]) => el("option", {value}, text)));
}
