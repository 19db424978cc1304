// The dialog that a `confirm` object asks for.

import { byId, h } from "./dom.js";
import { textObject } from "./mrkdwn.js";

/** Resolves with whether the person agreed. */
export function confirm(object, context) {
  const dialog = byId("confirm");
  return new Promise((resolve) => {
    const close = (agreed) => {
      dialog.close();
      resolve(agreed);
    };
    dialog.oncancel = () => resolve(false);
    dialog.replaceChildren(
      h("header", { class: "modal-head" }, h("h3", { id: "confirm-title" }, object.title.text)),
      h("div", { class: "modal-body text" }, textObject(object.text, context)),
      h(
        "footer",
        { class: "modal-foot" },
        h(
          "button",
          { type: "button", class: "button", testid: "confirm-cancel", onclick: () => close(false) },
          object.deny?.text ?? "Cancel",
        ),
        h(
          "button",
          {
            type: "button",
            class: `button ${object.style ?? "primary"}`,
            testid: "confirm-ok",
            autofocus: true,
            onclick: () => close(true),
          },
          object.confirm?.text ?? "Yes",
        ),
      ),
    );
    dialog.showModal();
  });
}
