// The Trouble menu: what is to go wrong next, for whoever wants to see how the bot bears it.

import { byId, closesOnEscape, h } from "./dom.js";
import { askForTrouble, readTrouble } from "./server.js";

export class Trouble {
  constructor() {
    this.menu = byId("trouble");
    this.panel = byId("trouble-panel");
    closesOnEscape(this.menu);
  }

  async load() {
    const { calls, payloads, methods, planned } = await readTrouble();
    const method = h(
      "select",
      { id: "trouble-method", class: "select", testid: "trouble-method" },
      methods.map((name) => h("option", { value: name }, name === "*" ? "whichever comes next" : name)),
    );
    const ask = ({ name, title }, details) =>
      h(
        "button",
        { type: "button", class: "button", testid: `trouble-${name}`, onclick: () => askForTrouble(name, details()) },
        title,
      );
    this.panel.replaceChildren(
      h("h3", {}, "The next call of the Web API"),
      h("label", { for: "trouble-method" }, "Which method"),
      method,
      ...calls.map((one) => ask(one, () => ({ method: method.value }))),
      h("h3", {}, "The next event or click"),
      ...payloads.map((one) => ask(one, () => ({}))),
      h("h3", {}, "Enough"),
      ask({ name: "none", title: "Nothing more goes wrong" }, () => ({})),
    );
    this.draw(planned);
  }

  draw(planned) {
    byId("trouble-planned").textContent = planned ? `${planned} to come` : "";
    this.menu.classList.toggle("planned", planned > 0);
  }
}
