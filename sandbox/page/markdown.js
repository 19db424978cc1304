// Standard Markdown, for `markdown` blocks and streamed text: what a chat bot writes, no HTML.

import { h } from "./dom.js";
import { withEmoji } from "./emoji.js";
import { link } from "./mrkdwn.js";

const INLINE = [
  { pattern: /`([^`]+)`/, make: ([, text]) => h("code", {}, text) },
  { pattern: /\[([^\]]+)\]\(([^()\s]+)\)/, make: ([, text, url]) => link(url, inline(text)) },
  { pattern: /<(https?:[^<>\s]+)>/, make: ([, url]) => link(url, [url]) },
  { pattern: /\*\*(?=\S)([\s\S]*?\S)\*\*/, make: ([, text]) => h("strong", {}, inline(text)) },
  { pattern: /(?<!\w)__(?=\S)([\s\S]*?\S)__(?!\w)/, make: ([, text]) => h("strong", {}, inline(text)) },
  { pattern: /\*(?=\S)([^*]*?\S)\*/, make: ([, text]) => h("em", {}, inline(text)) },
  { pattern: /(?<!\w)_(?=\S)([^_]*?\S)_(?!\w)/, make: ([, text]) => h("em", {}, inline(text)) },
  { pattern: /~~(?=\S)([\s\S]*?\S)~~/, make: ([, text]) => h("s", {}, inline(text)) },
];
const ITEM = /^(\s*)([-*+]|\d+[.)])\s+(.*)$/;
const RULE = /^\s*([-*_])(?:\s*\1){2,}\s*$/;
const ROW = /^\s*\|(.+)\|\s*$/;

/** Nodes for a Markdown text. */
export function markdown(text) {
  const lines = text.replace(/\r/g, "").split("\n");
  const nodes = [];
  while (lines.length) nodes.push(...block(lines));
  return nodes;
}

/** Takes one block from the front of the lines. */
function block(lines) {
  const line = lines[0];
  if (!line.trim()) return lines.shift() && [];
  if (/^\s*```/.test(line)) return [fence(lines)];
  const heading = /^(#{1,6})\s+(.*?)\s*#*$/.exec(line);
  if (heading)
    return lines.shift() && [h(`h${Math.min(heading[1].length + 2, 6)}`, { class: "md-heading" }, inline(heading[2]))];
  if (RULE.test(line)) return lines.shift() && [h("hr")];
  if (/^\s*>/.test(line))
    return [
      h(
        "blockquote",
        {},
        markdown(
          take(lines, (l) => /^\s*>/.test(l))
            .map((l) => l.replace(/^\s*> ?/, ""))
            .join("\n"),
        ),
      ),
    ];
  if (ROW.test(line) && /^\s*\|?[\s:|-]+\|?\s*$/.test(lines[1] ?? "")) return [table(lines)];
  if (ITEM.test(line)) return [list(lines)];
  const paragraph = take(
    lines,
    (l, index) => l.trim() && (index === 0 || !/^\s*(?:```|#{1,6}\s|>)/.test(l)) && (index === 0 || !ITEM.test(l)),
  );
  return [h("p", {}, inline(paragraph.join("\n")))];
}

function take(lines, wanted) {
  let count = 0;
  while (count < lines.length && wanted(lines[count], count)) count += 1;
  return lines.splice(0, Math.max(count, 1));
}

function fence(lines) {
  lines.shift();
  const end = lines.findIndex((line) => /^\s*```\s*$/.test(line));
  const inside = lines.splice(0, end < 0 ? lines.length : end);
  lines.shift();
  return h("pre", { tabindex: "0" }, inside.join("\n"));
}

function list(lines) {
  const [, indent, mark] = ITEM.exec(lines[0]);
  const ordered = /\d/.test(mark);
  const element = h(ordered ? "ol" : "ul", { start: ordered ? parseInt(mark, 10) : null });
  while (lines.length) {
    const match = ITEM.exec(lines[0]);
    if (!match || match[1].length < indent.length || /\d/.test(match[2]) !== ordered) break;
    if (match[1].length > indent.length) {
      (element.lastElementChild ?? element).append(list(lines));
      continue;
    }
    lines.shift();
    const more = ITEM.test(lines[0] ?? "") ? [] : take2(lines, indent.length);
    element.append(h("li", {}, inline([match[3], ...more].join("\n"))));
  }
  return element;
}

/** Continuation lines of a list item: indented further than the mark. */
function take2(lines, indent) {
  const found = [];
  while (
    lines.length &&
    lines[0].trim() &&
    !ITEM.test(lines[0]) &&
    /^\s/.test(lines[0]) &&
    lines[0].search(/\S/) > indent
  ) {
    found.push(lines.shift().trim());
  }
  return found;
}

function table(lines) {
  const cells = (line) =>
    ROW.exec(line.trim().replace(/^([^|])/, "|$1"))[1]
      .split("|")
      .map((cell) => cell.trim());
  const head = cells(lines.shift());
  lines.shift();
  const rows = take(lines, (line) => ROW.test(line))
    .filter((line) => ROW.test(line))
    .map(cells);
  return h(
    "div",
    { class: "table-wrap", tabindex: "0", role: "group", "aria-label": "Table" },
    h(
      "table",
      { class: "table" },
      h(
        "thead",
        {},
        h(
          "tr",
          {},
          head.map((cell) => h("th", { scope: "col" }, inline(cell))),
        ),
      ),
      h(
        "tbody",
        {},
        rows.map((row) =>
          h(
            "tr",
            {},
            row.map((cell) => h("td", {}, inline(cell))),
          ),
        ),
      ),
    ),
  );
}

function inline(text) {
  let first = null;
  for (const { pattern, make } of INLINE) {
    const match = pattern.exec(text);
    if (match && (!first || match.index < first.match.index)) first = { match, make };
  }
  if (!first) return text ? [withEmoji(text.replace(/\\([*_`~[\]|#>-])/g, "$1"))] : [];
  const { match, make } = first;
  const before = text.slice(0, match.index);
  return [...(before ? [withEmoji(before)] : []), make(match), ...inline(text.slice(match.index + match[0].length))];
}
