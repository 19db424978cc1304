// Elements from calls instead of strings: text can never become markup.

/** h("p", {class: "x", onclick: f}, "text", child, null) → element. Properties that are null or false are left out. */
export function h(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "testid") element.dataset.testid = value;
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(
    ...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false),
  );
  return element;
}

export const byId = (id) => document.getElementById(id);

/** Replaces the children of an element; the focus stays on the element with the same data-key, with its caret. */
export function replaceKeepingFocus(container, ...children) {
  const active = container.contains(document.activeElement) ? document.activeElement : null;
  const key = active?.dataset.key;
  const caret = active && "selectionStart" in active ? [active.selectionStart, active.selectionEnd] : null;
  container.replaceChildren(...children);
  if (!key) return;
  const again = container.querySelector(`[data-key="${CSS.escape(key)}"]`);
  again?.focus({ preventScroll: true });
  if (again && caret && caret[0] !== null) again.setSelectionRange(...caret);
}

/** An open <details> closes on Escape, and only it: the modal around it stays; the focus goes back to its summary. */
export function closesOnEscape(details) {
  details.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !details.open) return;
    event.preventDefault();
    event.stopPropagation();
    details.open = false;
    details.querySelector("summary").focus();
  });
}

/** A picture with the initials of a name, in a colour that belongs to the name; the kind "bot" has its own. */
export function avatar(name, kind = "") {
  const hue = [...name].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)) % 360, 7);
  const initials = name
    .split(/\s+/)
    .map((word) => word[0])
    .slice(0, 2)
    .join("")
    .toUpperCase();
  const element = h("span", { class: `avatar ${kind}`, "aria-hidden": "true" }, initials);
  if (!kind.includes("bot")) element.style.backgroundColor = `hsl(${hue} 38% 44%)`;
  return element;
}
