// The interactive elements. A `place` says what they mean: place.act(element, block, value) tells the app, place.enter
// only notes the value, place.value(block, element) is what stands there now.

import { closesOnEscape, h } from "./dom.js";
import { textObject } from "./mrkdwn.js";
import { multiSelect } from "./multi_select.js";
import { withEmoji } from "./emoji.js";

const allOptions = (element) => [
  ...(element.options ?? []),
  ...(element.option_groups ?? []).flatMap((group) => group.options),
];
const key = (block, element) => `${block.block_id}/${element.action_id}/${element.value ?? ""}`;

/** What an element is called: by its block's label, by itself, or by the text that it stands beside. */
const nameOf = (element, block, otherwise) =>
  block.label?.text ?? element.accessibility_label ?? element.placeholder?.text ?? block.text?.text ?? otherwise;
const idOf = (block) => (block.label ? `field-${block.block_id}` : null);

/** The DOM of an element; `changes` is how a new value is reported: place.act, or place.enter inside an input block. */
export function renderElement(element, block, place) {
  const render = RENDERERS[element.type];
  if (!render)
    return h("span", { class: "unsupported", role: "note" }, `The sandbox does not know the element “${element.type}”.`);
  return render(element, block, place);
}

function changes(element, block, place, value) {
  const quiet = block.type === "input" && !block.dispatch_action;
  const confirmed = quiet ? Promise.resolve(true) : place.confirm(element.confirm);
  return confirmed.then(
    (agreed) => agreed && (quiet ? place.enter(element, block, value) : place.act(element, block, value)),
  );
}

function button(element, block, place, label = withEmoji(element.text.text)) {
  const node = h(
    "button",
    {
      type: "button",
      class: `button ${element.style ?? ""}`,
      testid: `button-${element.action_id}`,
      "data-key": key(block, element),
      "data-value": element.value,
      "aria-label": element.accessibility_label,
      onclick: () =>
        busy(node, async () => (await place.confirm(element.confirm)) && place.act(element, block, element.value)),
    },
    label,
  );
  if (element.url) node.addEventListener("click", () => window.open(element.url, "_blank", "noopener"));
  return node;
}

/** Shows that a click is on its way, and takes no second one meanwhile. */
async function busy(node, work) {
  if (node.getAttribute("aria-busy") === "true") return;
  node.setAttribute("aria-busy", "true");
  try {
    await work();
  } finally {
    node.removeAttribute("aria-busy");
  }
}

function staticSelect(element, block, place) {
  const current = place.value(block, element)?.selected_option?.value ?? "";
  const entry = (option) =>
    h("option", { value: option.value, selected: option.value === current }, withEmoji(option.text.text));
  const groups = element.option_groups?.map((group) =>
    h("optgroup", { label: group.label.text }, group.options.map(entry)),
  );
  return h(
    "select",
    {
      class: "select",
      testid: `select-${element.action_id}`,
      id: idOf(block),
      "data-key": key(block, element),
      "aria-label": nameOf(element, block, "Choose"),
      onchange: (event) => event.target.value && changes(element, block, place, event.target.value),
    },
    h("option", { value: "", disabled: true, selected: !current }, element.placeholder?.text ?? "Choose an option"),
    groups ?? element.options.map(entry),
  );
}

function ticks(type) {
  return (element, block, place) => {
    const state = place.value(block, element) ?? {};
    const chosen = new Set(
      type === "radio" ? [state.selected_option?.value] : (state.selected_options ?? []).map((o) => o.value),
    );
    const fieldset = h("fieldset", {
      class: "ticks",
      testid: `input-${element.action_id}`,
      "aria-label": nameOf(element, block, "Choose"),
    });
    const report = () => {
      const values = [...fieldset.querySelectorAll("input:checked")].map((input) => input.value);
      return changes(element, block, place, type === "radio" ? values[0] : values);
    };
    fieldset.append(
      ...element.options.map((option) =>
        h(
          "label",
          { class: "tick" },
          h("input", {
            type,
            value: option.value,
            checked: chosen.has(option.value),
            onchange: report,
            testid: `option-${option.value}`,
            name: `${place.id}/${block.block_id}/${element.action_id}`,
            "data-key": `${key(block, element)}${option.value}`,
          }),
          h(
            "span",
            {},
            textObject(option.text, place.context),
            option.description && h("small", {}, textObject(option.description, place.context)),
          ),
        ),
      ),
    );
    return fieldset;
  };
}

function field(type, stateName) {
  return (element, block, place) => {
    const multiline = element.multiline === true;
    const node = h(multiline ? "textarea" : "input", {
      type: multiline ? null : type,
      class: "text-field",
      rows: multiline ? 4 : null,
      testid: `input-${element.action_id}`,
      "data-key": key(block, element),
      placeholder: element.placeholder?.text,
      maxlength: element.max_length,
      inputmode: element.type === "number_input" ? "decimal" : null,
      "aria-label": block.label ? null : nameOf(element, block, element.action_id),
      id: idOf(block),
      oninput: (event) => block.type === "input" && place.draft?.(block, element, event.target.value),
      onchange: (event) => changes(element, block, place, event.target.value),
    });
    node.value = place.value(block, element)?.[stateName] ?? "";
    return node;
  };
}

function dateTime(element, block, place) {
  const seconds = place.value(block, element)?.selected_date_time;
  const local = seconds
    ? new Date(seconds * 1000 - new Date(seconds * 1000).getTimezoneOffset() * 60000).toISOString().slice(0, 16)
    : "";
  return h("input", {
    type: "datetime-local",
    id: idOf(block),
    "aria-label": block.label ? null : nameOf(element, block, "When"),
    class: "text-field",
    value: local,
    testid: `input-${element.action_id}`,
    "data-key": key(block, element),
    onchange: (event) => changes(element, block, place, Math.floor(new Date(event.target.value).getTime() / 1000)),
  });
}

function users(element, block, place) {
  const current = place.value(block, element)?.selected_user ?? "";
  return h(
    "select",
    {
      class: "select",
      id: idOf(block),
      testid: `select-${element.action_id}`,
      "data-key": key(block, element),
      "aria-label": nameOf(element, block, "Choose a person"),
      onchange: (event) => changes(element, block, place, event.target.value),
    },
    h("option", { value: "" }, element.placeholder?.text ?? "Choose a person"),
    Object.entries(place.context.names).map(([id, name]) => h("option", { value: id, selected: id === current }, name)),
  );
}

function overflow(element, block, place) {
  const pick = (option) => async () =>
    (await place.confirm(element.confirm)) && place.act(element, block, option.value);
  const menu = h(
    "details",
    { class: "overflow", testid: `overflow-${element.action_id}` },
    h("summary", { "aria-label": "More actions", "data-key": key(block, element) }, "⋯"),
    h(
      "div",
      { class: "menu" },
      element.options.map((option) =>
        h("button", { type: "button", onclick: pick(option) }, withEmoji(option.text.text)),
      ),
    ),
  );
  closesOnEscape(menu);
  return menu;
}

/** Several people: a multi-select whose options are everybody there is. */
function people(element, block, place) {
  const options = Object.entries(place.context.names).map(([value, text]) => ({ value, text: { text } }));
  const chosen = (place.value(block, element)?.selected_users ?? []).map((value) => ({ value }));
  const here = { ...place, value: () => ({ selected_options: chosen }) };
  return multiSelect(element, block, here, options, (value) => changes(element, block, place, value));
}

function feedback(element, block, place) {
  const one = (part, symbol) =>
    part &&
    h(
      "button",
      {
        type: "button",
        class: "icon-button",
        title: part.text.text,
        "aria-label": part.accessibility_label ?? part.text.text,
        testid: `button-${element.action_id}`,
        "data-value": part.value,
        onclick: () => place.act(element, block, part.value),
      },
      thumb(symbol),
    );
  return h("span", { class: "feedback" }, one(element.positive_button, "up"), one(element.negative_button, "down"));
}

const SVG = "http://www.w3.org/2000/svg";
const THUMB = "M3 10h4v10H3zM9 10l4.5-7c1.7.2 2.4 1.6 2 3.2L14.8 9H20c1.2 0 2 1 1.8 2.2l-1.4 7c-.2 1-1 1.8-2 1.8H9z";

/** Drawn, since not every machine has a font with thumbs. */
function thumb(direction) {
  const picture = document.createElementNS(SVG, "svg");
  const path = document.createElementNS(SVG, "path");
  const attributes = { viewBox: "0 0 24 24", class: `thumb ${direction}`, "aria-hidden": "true" };
  for (const [name, value] of Object.entries(attributes)) picture.setAttribute(name, value);
  path.setAttribute("d", THUMB);
  picture.append(path);
  return picture;
}

const RENDERERS = {
  button,
  icon_button: (element, block, place) =>
    button(element, block, place, element.icon === "trash" ? "🗑" : element.text.text),
  static_select: staticSelect,
  multi_static_select: (element, block, place) =>
    multiSelect(element, block, place, allOptions(element), (value) => changes(element, block, place, value)),
  users_select: users,
  multi_users_select: people,
  radio_buttons: ticks("radio"),
  checkboxes: ticks("checkbox"),
  datepicker: field("date", "selected_date"),
  timepicker: field("time", "selected_time"),
  datetimepicker: dateTime,
  plain_text_input: field("text", "value"),
  email_text_input: field("email", "value"),
  url_text_input: field("url", "value"),
  number_input: field("text", "value"),
  overflow,
  feedback_buttons: feedback,
};
