// The blocks of a message, a modal or a Home tab.

import { h } from "./dom.js";
import { renderElement } from "./elements.js";
import { withEmoji } from "./emoji.js";
import { markdown } from "./markdown.js";
import { link, textObject } from "./mrkdwn.js";
import { richText } from "./rich_text.js";

const MARKS = { pending: "○", in_progress: "◔", complete: "✓", error: "!" };
const LEVELS = { default: "•", info: "i", warning: "!", error: "×", success: "✓" };

/** The DOM of blocks; see `elements.js` for what a place is. */
export const renderBlocks = (blocks, place) =>
  blocks.map((block) => {
    const node = (RENDERERS[block.type] ?? unsupported)(block, place);
    node.dataset.block = block.type;
    node.dataset.blockId = block.block_id;
    return node;
  });

const unsupported = (block) =>
  h("div", { class: "block unsupported", role: "note" }, `The sandbox does not know the block “${block.type}”.`);

function section(block, place) {
  return h(
    "div",
    { class: "block section" },
    h(
      "div",
      { class: "section-body" },
      block.text && h("div", { class: "text" }, textObject(block.text, place.context)),
      block.fields &&
        h(
          "div",
          { class: "fields" },
          block.fields.map((field) => h("div", { class: "text" }, textObject(field, place.context))),
        ),
    ),
    block.accessory &&
      h(
        "div",
        { class: "accessory" },
        block.accessory.type === "image" ? image(block.accessory) : renderElement(block.accessory, block, place),
      ),
  );
}

const header = (block) => h("h3", { class: "block header" }, withEmoji(block.text.text));

const context = (block, place) =>
  h(
    "div",
    { class: "block context" },
    block.elements.map((part) =>
      part.type === "image" ? image(part) : h("span", { class: "text" }, textObject(part, place.context)),
    ),
  );

const actions = (block, place) =>
  h(
    "div",
    { class: "block actions" },
    block.elements.map((element) => renderElement(element, block, place)),
  );

function input(block, place) {
  const error = place.errors?.[block.block_id];
  const [errorId, hintId] = [`error-${block.block_id}`, `hint-${block.block_id}`];
  const control = renderElement(block.element, block, place);
  const described = [error && errorId, block.hint && hintId].filter(Boolean).join(" ");
  const spoken = control.querySelector("summary") ?? control;
  if (described) spoken.setAttribute("aria-describedby", described);
  if (error && spoken.matches("input, select, textarea")) spoken.setAttribute("aria-invalid", "true");
  return h(
    "div",
    { class: `block input ${error ? "has-error" : ""}` },
    h(
      control.id ? "label" : "span",
      { class: "input-label", for: control.id || null },
      withEmoji(block.label.text),
      block.optional && h("span", { class: "optional" }, " (optional)"),
    ),
    control,
    error && h("p", { class: "error", id: errorId, testid: errorId, role: "alert" }, error),
    block.hint && h("p", { class: "hint", id: hintId }, withEmoji(block.hint.text)),
  );
}

function cell(content, tag, align, place) {
  const inside =
    content.type === "rich_text"
      ? richText(content, place.context)
      : [withEmoji(String(content.text ?? content.value))];
  const node = h(tag, tag === "th" ? { scope: "col" } : {}, inside);
  if (align) node.style.textAlign = align;
  return node;
}

function table(block, place) {
  const [head, ...rows] = block.rows;
  const align = (column) => block.column_settings?.[column]?.align;
  const row = (cells, tag) =>
    h(
      "tr",
      {},
      cells.map((content, column) => cell(content, tag, align(column), place)),
    );
  return h(
    "div",
    { class: "block table-wrap", tabindex: "0", role: "group", "aria-label": "Table" },
    h(
      "table",
      { class: "table" },
      h("thead", {}, row(head, "th")),
      h(
        "tbody",
        {},
        rows.map((cells) => row(cells, "td")),
      ),
    ),
  );
}

// The page loads nothing from elsewhere, so a picture is its description.
const image = (part) =>
  h("span", { class: "image", role: "img", "aria-label": part.alt_text, title: part.image_url }, part.alt_text);

const alert = (block, place) =>
  h(
    "div",
    { class: `block alert ${block.level ?? "default"}`, role: "note" },
    h("span", { class: "alert-mark", "aria-hidden": "true" }, LEVELS[block.level ?? "default"]),
    h("div", { class: "text" }, textObject(block.text, place.context)),
  );

const card = (block, place) =>
  h(
    "div",
    { class: "block card" },
    block.hero_image && image(block.hero_image),
    block.icon && image(block.icon),
    block.title && h("strong", { class: "text" }, textObject(block.title, place.context)),
    block.subtitle && h("div", { class: "context" }, textObject(block.subtitle, place.context)),
    block.body && h("div", { class: "text" }, textObject(block.body, place.context)),
    block.actions &&
      h(
        "div",
        { class: "actions" },
        block.actions.map((element) => renderElement(element, block, place)),
      ),
  );

const task = (block, place) =>
  h(
    "div",
    { class: `block task ${block.status}` },
    h("span", { class: "task-mark", role: "img", "aria-label": block.status.replace("_", " ") }, MARKS[block.status]),
    h(
      "div",
      {},
      h("span", {}, withEmoji(block.title)),
      block.details && richText(block.details, place.context),
      block.output && richText(block.output, place.context),
      (block.sources ?? []).map((source) => h("div", {}, link(source.url, [source.text]))),
    ),
  );

const plan = (block, place) =>
  h(
    "div",
    { class: "block plan" },
    h("strong", {}, withEmoji(block.title)),
    (block.tasks ?? []).map((one) => task(one, place)),
  );

const RENDERERS = {
  section,
  header,
  context,
  actions,
  context_actions: actions,
  input,
  table,
  alert,
  card,
  task_card: task,
  plan,
  divider: () => h("hr", { class: "block divider" }),
  image: (block) => h("figure", { class: "block" }, image(block), block.title && h("figcaption", {}, block.title.text)),
  markdown: (block) => h("div", { class: "block md" }, markdown(block.text)),
  rich_text: (block, place) => h("div", { class: "block rich" }, richText(block, place.context)),
};
