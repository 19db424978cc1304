// The list of messages: days, authors, threads below their parent. A changed message is redrawn in place.

import { renderBlocks } from "./blocks.js";
import { avatar, byId, h, replaceKeepingFocus } from "./dom.js";
import { renderFiles } from "./files.js";
import { mrkdwn } from "./mrkdwn.js";
import { placeOf } from "./place.js";

const TOGETHER_SECONDS = 300;

export class Messages {
  constructor(desk, workspace) {
    this.desk = desk;
    this.workspace = workspace;
    this.list = byId("messages");
    this.scroller = byId("scroller");
  }

  /** Draws the list, and goes to an added message if it is one's own, or if one was reading where it comes in. */
  draw(added = null) {
    const atEnd = this.#atEnd();
    replaceKeepingFocus(this.list, ...(this.desk.messages.length ? this.#rows() : [this.#welcome()]));
    const row = added && this.#find(added.ts);
    const own = added?.user === this.desk.person.id;
    if (row && row !== this.list.lastElementChild) {
      if (own || atEnd || this.#inSight(row.previousElementSibling)) row.scrollIntoView({ block: "nearest" });
    } else if (own || atEnd) this.scrollToEnd();
  }

  /** Redraws one message where it stands; false when the list has to be drawn anew. */
  drawOne(message) {
    const old = this.#find(message.ts);
    if (!old) return false;
    const atEnd = this.#atEnd();
    const fresh = this.#row(message, old.classList.contains("compact"));
    fresh.classList.toggle("reply", old.classList.contains("reply"));
    replaceKeepingFocus(old, ...fresh.childNodes);
    old.className = fresh.className;
    if (atEnd) this.scrollToEnd();
    return true;
  }

  scrollToEnd() {
    this.scroller.scrollTop = this.scroller.scrollHeight;
  }

  #atEnd() {
    return this.scroller.scrollHeight - this.scroller.scrollTop - this.scroller.clientHeight < 80;
  }

  #inSight(row) {
    const end = row.offsetTop + row.offsetHeight - this.scroller.offsetTop;
    return end > this.scroller.scrollTop && end < this.scroller.scrollTop + this.scroller.clientHeight;
  }

  #find(ts) {
    return this.list.querySelector(`[data-ts="${CSS.escape(ts)}"]`);
  }

  #welcome() {
    const { bot } = this.workspace;
    return h(
      "li",
      { class: "welcome" },
      avatar(bot.name, "bot large"),
      h("h3", {}, bot.name),
      h("p", {}, `This is the very beginning of ${this.desk.person.real_name}’s direct messages with ${bot.name}.`),
    );
  }

  /** Parents in order, each followed by its replies. */
  #rows() {
    const known = new Set(this.desk.messages.map((message) => message.ts));
    const isReply = (message) => message.thread_ts && message.thread_ts !== message.ts && known.has(message.thread_ts);
    const replies = Map.groupBy(this.desk.messages.filter(isReply), (message) => message.thread_ts);
    const rows = [];
    let day = "",
      before = null;
    for (const message of this.desk.messages.filter((one) => !isReply(one))) {
      const today = this.#format(message.ts, { weekday: "long", day: "numeric", month: "long" });
      if (today !== day) rows.push(h("li", { class: "day" }, h("span", {}, today)));
      rows.push(this.#row(message, today === day && together(before, message)));
      const answers = replies.get(message.ts) ?? [];
      answers.forEach((reply, index) => {
        const row = this.#row(reply, index > 0 && together(answers[index - 1], reply));
        row.classList.add("reply");
        rows.push(row);
      });
      [day, before] = [today, answers.length ? null : message];
    }
    return rows;
  }

  #row(message, compact) {
    const author = this.#author(message);
    const time = h(
      "time",
      { class: "time", datetime: new Date(message.ts * 1000).toISOString() },
      this.#format(message.ts, { hour: "2-digit", minute: "2-digit" }),
    );
    const head = h(
      "div",
      { class: "message-head" },
      h("strong", { class: "author" }, author.name),
      author.isBot && h("span", { class: "app-badge" }, "App"),
      time,
    );
    return h(
      "li",
      {
        class: `message ${compact ? "compact" : ""} ${message.delivery}`,
        testid: "message",
        "data-ts": message.ts,
        "data-user": message.user,
      },
      h("div", { class: "gutter" }, compact ? time.cloneNode(true) : avatar(author.name, author.isBot ? "bot" : "")),
      h(
        "div",
        { class: "message-body" },
        message.ephemeral && h("p", { class: "only-you" }, "Only visible to you"),
        compact ? null : head,
        this.#content(message),
        this.#delivery(message),
      ),
      h(
        "div",
        { class: "message-tools" },
        h(
          "button",
          {
            type: "button",
            class: "icon-button",
            title: "Reply in thread",
            "aria-label": "Reply in thread",
            onclick: () => this.#replyTo(message),
          },
          "↩",
        ),
        message.ephemeral ? null : this.#shortcuts(message),
      ),
    );
  }

  /** The menu of a message: the app's shortcuts. */
  #shortcuts(message) {
    const { shortcuts, bot } = this.workspace;
    if (!shortcuts?.length) return null;
    const pick = (shortcut) => () => this.desk.do("pick", { callback_id: shortcut.callback_id, ts: message.ts });
    return h(
      "details",
      { class: "overflow shortcuts", testid: "message-menu" },
      h("summary", { "aria-label": "More actions for this message" }, "⋯"),
      h(
        "div",
        { class: "menu" },
        shortcuts.map((shortcut) =>
          h("button", { type: "button", testid: `shortcut-${shortcut.callback_id}`, onclick: pick(shortcut) },
            `${shortcut.name} · ${bot.name}`),
        ),
      ),
    );
  }

  #author(message) {
    const isBot = Boolean(message.bot_id);
    const name = isBot ? this.workspace.bot.name : this.workspace.names[message.user];
    return { isBot, name: name ?? message.user };
  }

  #content(message) {
    const place = placeOf(this.desk, this.workspace.names, message, { ts: message.ts });
    const blocks = message.blocks?.length
      ? renderBlocks(message.blocks, place)
      : [h("div", { class: "block text" }, mrkdwn(message.text, place.context))];
    return h(
      "div",
      { class: `content ${message.streaming ? "streaming" : ""}` },
      blocks,
      renderFiles(message.files),
      message.edited && !message.bot_id && h("span", { class: "edited" }, "(edited)"),
    );
  }

  #delivery(message) {
    if (message.delivery === "waiting" && !this.workspace.connections)
      return h("p", { class: "delivery" }, `Waiting for ${this.workspace.bot.name} to connect…`);
    if (message.delivery !== "failed") return null;
    const again = () => this.desk.do("say", { text: message.text, thread_ts: message.thread_ts ?? null });
    return h(
      "p",
      { class: "delivery failed" },
      `${this.workspace.bot.name} did not take this message. `,
      h("button", { type: "button", class: "link", onclick: again }, "Send again"),
    );
  }

  #replyTo(message) {
    this.desk.replyTo = message;
    this.desk.notify("replyTo");
  }

  #format(ts, options) {
    return new Intl.DateTimeFormat("en-GB", { ...options, timeZone: this.desk.person.tz }).format(new Date(ts * 1000));
  }
}

const together = (before, message) =>
  before && before.user === message.user && !message.ephemeral && message.ts - before.ts < TOGETHER_SECONDS;
