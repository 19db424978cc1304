// The desk of the chosen person, kept in step with the sandbox: a snapshot first, then every newer change.

import { act, readDesk } from "./server.js";

/** `notify(kind)` is called after each change; the kind "all" means that everything may differ. */
export class Desk {
  constructor(notify) {
    this.notify = notify;
    this.person = null;
    this.unread = new Map();
    this.clear();
  }

  clear() {
    Object.assign(this, {
      version: -1,
      early: [],
      entering: Promise.resolve(),
      messages: [],
      modals: [],
      home: null,
      tab: "messages",
      replyTo: null,
    });
    Object.assign(this, {
      status: { text: "", loading_messages: [] },
      prompts: { title: "", prompts: [] },
      failure: "",
    });
  }

  /** Shows another person's desk, and tells the app which tab is open. */
  async choose(person, tab = "messages") {
    this.person = person;
    this.unread.delete(person.id);
    this.clear();
    await this.reload();
    await this.open(tab);
  }

  async reload() {
    const wanted = this.person;
    if (!wanted) return;
    this.version = -1;
    const { person, ...rest } = await readDesk(wanted.id);
    if (this.person !== wanted) return;
    Object.assign(this, rest);
    this.notify("all");
    this.early.splice(0).forEach((change) => this.take(change));
  }

  async open(tab) {
    this.tab = tab;
    this.notify("tab");
    await this.do("open", { tab });
  }

  /** Takes in one change from the live stream; while the snapshot is on its way, it waits. */
  take(change) {
    if (change.person !== this.person?.id) {
      if (change.kind === "message" && change.value.bot_id) this.unread.set(change.person, true);
      this.notify("people");
      return;
    }
    if (this.version < 0) {
      this.early.push(change);
      return;
    }
    if (change.version <= this.version) return;
    this.version = change.version;
    this.#apply(change.kind, change.value);
    this.notify(change.kind, change.value);
  }

  #apply(kind, value) {
    if (kind === "message") {
      const index = this.messages.findIndex((message) => message.ts === value.ts);
      if (index < 0) this.messages.push(value);
      else this.messages[index] = value;
    } else if (kind === "message_deleted") {
      this.messages = this.messages.filter((message) => message.ts !== value);
    } else this[kind] = value;
  }

  /** Something the person does. What cannot be done, or not be sent, is shown as a failure. */
  async do(action, details) {
    try {
      return await act(this.person.id, action, details);
    } catch (error) {
      this.failure =
        error instanceof TypeError ? "Sending failed: the sandbox is not running." : `Sending failed: ${error.message}`;
      this.notify("failure");
      return null;
    }
  }
}
