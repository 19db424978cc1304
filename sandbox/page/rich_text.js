// The `rich_text` block: sections, lists, quotes and preformatted text.

import { h } from "./dom.js";
import { emoji } from "./emoji.js";
import { link } from "./mrkdwn.js";

const WRAP = { code: "code", strike: "s", italic: "em", bold: "strong", underline: "u" };

export const richText = (block, context) => (block.elements ?? []).map((part) => renderPart(part, context));

function renderPart(part, context) {
  const leaves = () => part.elements.map((leaf) => renderLeaf(leaf, context));
  if (part.type === "rich_text_preformatted") return h("pre", { tabindex: "0" }, leaves());
  if (part.type === "rich_text_quote") return h("blockquote", {}, leaves());
  if (part.type === "rich_text_list") {
    const list = h(
      part.style === "ordered" ? "ol" : "ul",
      {},
      part.elements.map((item) => h("li", {}, renderPart(item, context))),
    );
    list.style.marginLeft = `${(part.indent ?? 0) * 1.4}em`;
    return list;
  }
  return h("div", { class: "rich-section" }, leaves());
}

function renderLeaf(leaf, context) {
  if (leaf.type === "emoji") return emoji(leaf.name);
  if (leaf.type === "user")
    return h("span", { class: "mention" }, `@${context?.names?.[leaf.user_id] ?? leaf.user_id}`);
  if (leaf.type === "date")
    return h("time", {}, leaf.fallback ?? new Date(leaf.timestamp * 1000).toLocaleString("en-GB"));
  const text = leaf.text ?? leaf.url ?? "";
  const styled = Object.keys(WRAP)
    .filter((name) => leaf.style?.[name])
    .reduce((inner, name) => h(WRAP[name], {}, inner), text);
  return leaf.type === "link" ? link(leaf.url, [styled]) : styled;
}
