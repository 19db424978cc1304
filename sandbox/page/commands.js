// What the app's slash commands offer while one is typed: a line for each alternative of the usage hint.

import { byId, h } from "./dom.js";

export class Commands {
  constructor(workspace, field, pick) {
    this.workspace = workspace;
    this.field = field;
    this.pick = pick;
    this.list = byId("commands");
    field.addEventListener("input", () => this.draw());
    field.addEventListener("keydown", (event) => this.#key(event));
  }

  draw() {
    const typed = this.field.value.trimStart();
    const offered = typed.startsWith("/") ? this.#all().filter((one) => one.line.startsWith(typed)) : [];
    this.list.hidden = !offered.length;
    this.list.replaceChildren(
      ...offered.map(({ line, about }) =>
        h(
          "li",
          {},
          h(
            "button",
            { type: "button", class: "command", testid: "command", onclick: () => this.pick(line) },
            h("strong", {}, line),
            h("span", {}, about),
          ),
        ),
      ),
    );
  }

  #all() {
    return (this.workspace.commands ?? []).flatMap(({ command, description, usage_hint: hint }) => {
      const words = hint.replace(/^\[|\]$/g, "").split("|");
      return words.map((word) => ({ line: `${command} ${word.trim()}`.trim(), about: description }));
    });
  }

  #key(event) {
    const buttons = [...this.list.querySelectorAll("button")];
    if (this.list.hidden || !buttons.length) return;
    if (event.key === "ArrowUp") {
      event.preventDefault();
      buttons.at(-1).focus();
    } else if (event.key === "Tab" && !event.shiftKey) {
      event.preventDefault();
      this.field.value = buttons[0].querySelector("strong").textContent;
      this.draw();
    }
  }
}
