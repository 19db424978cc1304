// A multi-select: the chosen options as chips, and a list of checkboxes that opens below.

import { closesOnEscape, h } from "./dom.js";
import { withEmoji } from "./emoji.js";

/** Reports the list of chosen values after each change; the list closes on Escape and when the focus leaves. */
export function multiSelect(element, block, place, options, report) {
  const chosen = new Set((place.value(block, element)?.selected_options ?? []).map((option) => option.value));
  const chips = h("span", { class: "chips" });
  const empty = element.placeholder?.text ?? "Choose options";
  const summary = h("summary", { class: "select", "data-key": `${block.block_id}/${element.action_id}` }, chips);
  const draw = () => {
    const picked = options.filter((option) => chosen.has(option.value));
    const names = picked.map((option) => withEmoji(option.text.text));
    chips.replaceChildren(
      ...(names.length
        ? names.flatMap((name) => [h("span", { class: "chip" }, name), " "])
        : [h("span", { class: "placeholder" }, empty)]),
    );
    summary.setAttribute("aria-label", [block.label?.text, names.join(" ") || empty].filter(Boolean).join(": "));
  };
  const toggle = (option, on) => {
    if (on) chosen.add(option.value);
    else chosen.delete(option.value);
    draw();
    report(options.map((o) => o.value).filter((value) => chosen.has(value)));
  };
  const rows = options.map((option) =>
    h(
      "label",
      { class: "tick" },
      h("input", {
        type: "checkbox",
        value: option.value,
        checked: chosen.has(option.value),
        testid: `option-${option.value}`,
        "data-key": `${block.block_id}/${element.action_id}/${option.value}`,
        onchange: (event) => toggle(option, event.target.checked),
      }),
      h("span", {}, withEmoji(option.text.text)),
    ),
  );
  const node = h(
    "details",
    { class: "multi", testid: `select-${element.action_id}`, open: place.isOpen?.(element.action_id) },
    summary,
    h("div", { class: "menu" }, rows),
  );
  node.addEventListener("toggle", () => place.remember?.(element.action_id, node.open));
  node.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !node.contains(event.relatedTarget)) node.open = false;
  });
  closesOnEscape(node);
  draw();
  return node;
}
