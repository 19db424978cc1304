// The modal on top: drawn from its view, with what was typed but not sent yet. Errors stand under their field.

import { renderBlocks } from "./blocks.js";
import { byId, h, replaceKeepingFocus } from "./dom.js";
import { placeOf } from "./place.js";

const FIRST = ".modal-body :is(input, select, textarea, summary, button), [data-testid=modal-close]";

export class Modal {
  constructor(desk, workspace) {
    this.desk = desk;
    this.workspace = workspace;
    this.dialog = byId("modal");
    this.drafts = new Map();
    this.open = new Set();
    this.viewId = null;
    this.leaving = null;
    this.dialog.addEventListener("cancel", (event) => {
      event.preventDefault();
      this.#close();
    });
  }

  draw() {
    const view = this.desk.modals.at(-1);
    if (view?.id !== this.viewId) this.#forget(view?.id ?? null);
    if (!view) return this.dialog.open && this.#hide();
    const scrolled = this.dialog.querySelector(".modal-body")?.scrollTop ?? 0;
    replaceKeepingFocus(this.dialog, this.#form(view));
    this.dialog.dataset.viewId = view.id;
    if (!this.dialog.open) this.#show();
    this.dialog.querySelector(".modal-body").scrollTop = scrolled;
    this.dialog.querySelector(".has-error :is(input, select, textarea, summary)")?.focus();
  }

  /** Shows it with the focus on its first field; the page below is out of reach meanwhile. */
  #show() {
    this.before = document.activeElement;
    this.dialog.showModal();
    this.dialog.querySelector(FIRST)?.focus();
  }

  /** Closes it; the focus goes back to where it was, or to what stands there now. */
  #hide() {
    this.dialog.close();
    const key = this.before?.dataset.key;
    const again = this.before?.isConnected ? this.before : key && document.querySelector(`[data-key="${CSS.escape(key)}"]`);
    (again || byId("composer")).focus({ preventScroll: true });
  }

  #forget(viewId) {
    this.viewId = viewId;
    this.drafts.clear();
    this.open.clear();
  }

  #form(view) {
    const titled = view.title.text;
    return h(
      "form",
      { method: "dialog", novalidate: true, onsubmit: (event) => this.#submit(event, view) },
      h(
        "header",
        { class: "modal-head" },
        h("h3", { id: "modal-title" }, titled),
        h(
          "button",
          {
            type: "button",
            class: "icon-button",
            "aria-label": "Close",
            testid: "modal-x",
            onclick: () => this.#close(),
          },
          "✕",
        ),
      ),
      h(
        "div",
        { class: "modal-body" },
        view.note && h("p", { class: "failure", role: "alert" }, view.note),
        renderBlocks(view.blocks, this.#place(view)),
      ),
      h(
        "footer",
        { class: "modal-foot" },
        h(
          "button",
          { type: "button", class: "button", testid: "modal-close", onclick: () => this.#close() },
          view.close?.text ?? (view.submit ? "Cancel" : "Close"),
        ),
        view.submit &&
          h("button", { type: "submit", class: "button primary", testid: "modal-submit" }, view.submit.text),
      ),
    );
  }

  #place(view) {
    const place = placeOf(this.desk, this.workspace.names, view, { view_id: view.id });
    const stored = place.value;
    const key = (block, element) => `${block.block_id}/${element.action_id}`;
    return {
      ...place,
      value: (block, element) => {
        const draft = this.drafts.get(key(block, element));
        return draft
          ? { value: draft.text, selected_date: draft.text, selected_time: draft.text }
          : stored(block, element);
      },
      draft: (block, element, text) => this.drafts.set(key(block, element), { blockId: block.block_id, text }),
      isOpen: (actionId) => this.open.has(actionId),
      remember: (actionId, isOpen) => (isOpen ? this.open.add(actionId) : this.open.delete(actionId)),
    };
  }

  async #submit(event, view) {
    event.preventDefault();
    const button = this.dialog.querySelector("[data-testid=modal-submit]");
    if (button.getAttribute("aria-busy") === "true" || this.leaving === view.id) return;
    button.setAttribute("aria-busy", "true");
    const values = Object.fromEntries([...this.drafts.values()].map(({ blockId, text }) => [blockId, text]));
    await this.desk.entering;
    await this.desk.do("submit", { view_id: view.id, values });
    this.dialog.querySelector("[data-testid=modal-submit]")?.removeAttribute("aria-busy");
  }

  /** A second Escape while the first one is on its way closes nothing more. */
  async #close() {
    if (this.leaving === this.viewId) return;
    this.leaving = this.viewId;
    await this.desk.do("close", { view_id: this.viewId });
    this.leaving = null;
  }
}
