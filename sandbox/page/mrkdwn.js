// Slack's own markup ("mrkdwn") and plain_text, as DOM nodes.

import { h } from "./dom.js";
import { withEmoji } from "./emoji.js";

const ENTITIES = { "&lt;": "<", "&gt;": ">", "&amp;": "&" };
const unescape = (text) => text.replace(/&(?:lt|gt|amp);/g, (entity) => ENTITIES[entity]);

const BEFORE = String.raw`(?<![\p{L}\p{N}])`;
const AFTER = String.raw`(?![\p{L}\p{N}])`;
const span = (mark) => new RegExp(String.raw`${BEFORE}${mark}(?=\S)([^\n]*?\S)${mark}${AFTER}`, "u");
const INLINE = [
  { pattern: /`([^`\n]+)`/, make: ([, text]) => h("code", {}, unescape(text)) },
  { pattern: /<([^<>\s][^<>]*)>/, make: ([, inside], context) => special(inside, context) },
  { pattern: span("\\*"), make: ([, text], context) => h("strong", {}, inline(text, context)) },
  { pattern: span("_"), make: ([, text], context) => h("em", {}, inline(text, context)) },
  { pattern: span("~"), make: ([, text], context) => h("s", {}, inline(text, context)) },
];

/** Nodes for a text object; `context.names` maps user ids to names. */
export function textObject(object, context) {
  if (!object) return [];
  return object.type === "mrkdwn" ? mrkdwn(object.text, context) : [withEmoji(object.text)];
}

/** Nodes for mrkdwn: preformatted blocks and quotes first, then the marks inside a line. */
export function mrkdwn(text, context) {
  const parts = text.split(/```\n?([\s\S]*?)\n?```/);
  return parts.flatMap((part, index) => (index % 2 ? [h("pre", { tabindex: "0" }, unescape(part))] : quotes(part, context)));
}

function quotes(text, context) {
  const nodes = [];
  for (const chunk of text.replace(/^\n|\n$/g, "").split(/((?:^(?:>|&gt;).*(?:\n|$))+)/m)) {
    if (!chunk) continue;
    if (/^(?:>|&gt;)/.test(chunk)) {
      nodes.push(h("blockquote", {}, inline(chunk.replace(/^(?:>|&gt;) ?/gm, "").trimEnd(), context)));
    } else nodes.push(...inline(chunk, context));
  }
  return nodes;
}

/** Finds the first mark, makes its node, and goes on behind it. */
function inline(text, context) {
  let first = null;
  for (const { pattern, make } of INLINE) {
    const match = pattern.exec(text);
    if (match && (!first || match.index < first.match.index)) first = { match, make };
  }
  if (!first) return text ? [withEmoji(unescape(text))] : [];
  const { match, make } = first;
  const before = text.slice(0, match.index);
  const after = text.slice(match.index + match[0].length);
  return [...(before ? [withEmoji(unescape(before))] : []), make(match, context), ...inline(after, context)];
}

function special(inside, context) {
  const [target, label] = inside.split("|");
  if (target.startsWith("@"))
    return h("span", { class: "mention" }, `@${context?.names?.[target.slice(1)] ?? target.slice(1)}`);
  if (target.startsWith("!date^")) return h("time", {}, unescape(label ?? target));
  if (target.startsWith("!") || target.startsWith("#")) return h("span", { class: "mention" }, label ?? target);
  if (!isLink(target)) return `<${inside}>`;
  return link(unescape(target), [withEmoji(unescape(label ?? target))]);
}

const isLink = (url) => /^(?:https?:|mailto:)/i.test(url);

/** A link, if it leads to the web or to mail; else just its text. */
export function link(url, children) {
  if (!isLink(url)) return h("span", {}, children);
  return h("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, children);
}
