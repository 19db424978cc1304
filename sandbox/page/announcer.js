// What a screen reader says of what happens: new messages of the bot, once each. The list itself is drawn anew too often.

import { byId } from "./dom.js";

const LONGEST = 400;

export class Announcer {
  constructor(workspace) {
    this.workspace = workspace;
    this.line = byId("announcer");
    this.heard = new Set();
  }

  /** Nothing of what is already there is news. */
  know(messages) {
    this.heard = new Set(messages.map((message) => message.ts));
    this.line.textContent = "";
  }

  /** A message came or changed; one that is still being streamed is not news yet. */
  hear(message) {
    if (!message.bot_id || message.streaming || this.heard.has(message.ts)) return;
    this.heard.add(message.ts);
    const row = document.querySelector(`[data-ts="${CSS.escape(message.ts)}"] .content`);
    const text = (row?.innerText ?? message.text).replace(/\s+/g, " ").slice(0, LONGEST);
    this.line.textContent = `${this.workspace.bot.name}: ${text}`;
  }
}
