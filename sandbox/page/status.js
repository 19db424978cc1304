// The line that says what the bot is doing; several loading messages take turns.

import { byId, h } from "./dom.js";

const TURN_MILLISECONDS = 2500;

export class StatusLine {
  constructor(desk, workspace) {
    this.desk = desk;
    this.workspace = workspace;
    this.line = byId("status");
    this.timer = null;
  }

  draw() {
    clearInterval(this.timer);
    const { text, loading_messages: loading } = this.desk.status;
    if (!text) return this.line.replaceChildren();
    const { name } = this.workspace.bot;
    const texts = loading?.length ? loading : [text.startsWith(name) ? text : `${name} ${text}`];
    let turn = 0;
    const words = h("span", {}, texts[0]);
    const dots = h("span", { class: "dots", "aria-hidden": "true" }, h("i"), h("i"), h("i"));
    this.line.replaceChildren(dots, words);
    if (texts.length > 1) {
      this.timer = setInterval(() => {
        turn = (turn + 1) % texts.length;
        words.textContent = texts[turn];
      }, TURN_MILLISECONDS);
    }
  }
}
