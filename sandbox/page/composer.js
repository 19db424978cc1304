// Writing: the text field, suggested prompts, slash commands, replies in a thread.

import { Commands } from "./commands.js";
import { byId, h } from "./dom.js";

export class Composer {
  constructor(desk, workspace) {
    this.desk = desk;
    this.workspace = workspace;
    this.field = byId("composer");
    byId("composer-form").addEventListener("submit", (event) => {
      event.preventDefault();
      this.send(this.field.value);
    });
    this.commands = new Commands(workspace, this.field, (line) => this.send(line));
    this.field.addEventListener("input", () => this.#fit());
    this.field.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      this.send(this.field.value);
    });
    this.#fit();
  }

  draw() {
    this.field.placeholder = `Message ${this.workspace.bot.name}`;
    this.#drawReply();
    this.drawPrompts();
  }

  drawPrompts() {
    const { title, prompts } = this.desk.prompts;
    byId("prompts").replaceChildren(
      ...(prompts.length && title ? [h("p", {}, title)] : []),
      ...prompts.map((prompt) =>
        h(
          "button",
          { type: "button", class: "prompt", testid: "prompt", onclick: () => this.send(prompt.message) },
          prompt.title,
        ),
      ),
    );
  }

  /** Sends the text; "/command …" is a slash command. The field is emptied only when it was taken. */
  async send(text) {
    const trimmed = text.trim();
    if (!trimmed) return;
    const command = /^(\/[\w-]+)\s*([\s\S]*)$/.exec(trimmed);
    const thread = this.desk.replyTo ? (this.desk.replyTo.thread_ts ?? this.desk.replyTo.ts) : null;
    const draft = this.field.value;
    this.field.value = "";
    this.#fit();
    this.commands.draw();
    const answer = command
      ? await this.desk.do("slash", { command: command[1], text: command[2] })
      : await this.desk.do("say", { text: trimmed, thread_ts: thread });
    if (answer === null && !this.field.value) this.field.value = draft || text;
    else this.#stopReplying();
    this.#fit();
    this.field.focus();
  }

  #stopReplying() {
    this.desk.replyTo = null;
    this.#drawReply();
  }

  #drawReply() {
    const line = byId("reply-to");
    line.hidden = !this.desk.replyTo;
    if (line.hidden) return;
    line.replaceChildren(
      "Replying in the thread of ",
      h("q", {}, this.desk.replyTo.text.slice(0, 60)),
      h(
        "button",
        {
          type: "button",
          class: "icon-button",
          "aria-label": "Do not reply in the thread",
          onclick: () => this.#stopReplying(),
        },
        "✕",
      ),
    );
    this.field.focus();
  }

  #fit() {
    this.field.style.height = "auto";
    this.field.style.height = `${Math.min(this.field.scrollHeight, 180)}px`;
    byId("composer-form").classList.toggle("empty", !this.field.value.trim());
  }
}
