// The files of a message: a picture as a picture, anything else as what it is called, how big it is and a way to get it.

import { h } from "./dom.js";

/** The DOM of a message's files; null when it has none. */
export const renderFiles = (files) => (files?.length ? h("div", { class: "files" }, files.map(renderFile)) : null);

function renderFile(file) {
  const isPicture = Boolean(file.mimetype?.startsWith("image/") && file.url_private);
  return h(
    "figure",
    { class: "file", testid: "file", "data-file": file.id },
    isPicture &&
      h("img", {
        class: "file-picture",
        src: pathOf(file.url_private),
        alt: file.alt_txt ?? file.title,
        width: file.original_w,
        height: file.original_h,
      }),
    h(
      "figcaption",
      { class: "file-caption" },
      h("span", { class: "file-mark", "aria-hidden": "true" }, (file.filetype ?? "file").slice(0, 4)),
      h(
        "span",
        { class: "file-about" },
        h("strong", {}, file.title ?? file.name),
        h("span", { class: "file-size" }, [file.pretty_type, sizeOf(file.size)].filter(Boolean).join(" · ")),
      ),
      file.url_private_download &&
        h(
          "a",
          {
            class: "file-get",
            href: pathOf(file.url_private_download),
            download: file.name,
            "aria-label": `Download ${file.name}`,
          },
          "Download",
        ),
    ),
  );
}

// The page may be open under another name of this machine than the one that the app knows.
const pathOf = (address) => {
  const { pathname, search } = new URL(address, location.href);
  return pathname + search;
};

function sizeOf(bytes) {
  if (!bytes) return "";
  return bytes < 1024 ? `${bytes} B` : `${(bytes / 1024).toFixed(bytes < 10240 ? 1 : 0)} kB`;
}
