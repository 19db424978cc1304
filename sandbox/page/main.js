// Puts the page together: who there is, who you are, and which part of the page a change touches.

import { Announcer } from "./announcer.js";
import { renderBlocks } from "./blocks.js";
import { Composer } from "./composer.js";
import { Desk } from "./desk.js";
import { avatar, byId, h, replaceKeepingFocus } from "./dom.js";
import { Messages } from "./messages.js";
import { Modal } from "./modal.js";
import { placeOf } from "./place.js";
import { follow, readWorkspace } from "./server.js";
import { StatusLine } from "./status.js";
import { Trouble } from "./trouble.js";

const workspace = await readWorkspace();
workspace.names = Object.fromEntries(workspace.people.map((person) => [person.id, person.real_name]));
workspace.names[workspace.bot.user_id] = workspace.bot.name;

const desk = new Desk((kind, value) => draw(kind, value));
const messages = new Messages(desk, workspace);
const modal = new Modal(desk, workspace);
const composer = new Composer(desk, workspace);
const status = new StatusLine(desk, workspace);
const trouble = new Trouble();
const announcer = new Announcer(workspace);

function drawPeople() {
  byId("people").replaceChildren(
    ...workspace.people.map((person) => {
      const chosen = person.id === desk.person?.id;
      return h(
        "li",
        {},
        h(
          "button",
          {
            type: "button",
            class: "person",
            testid: `person-${person.id}`,
            "aria-current": chosen ? "true" : null,
            onclick: () => choose(person),
          },
          avatar(person.real_name),
          h(
            "span",
            { class: "person-name" },
            h("span", {}, person.real_name),
            h("small", {}, person.title || `@${person.name}`),
          ),
          person.is_admin && h("span", { class: "role-badge" }, "admin"),
          desk.unread.has(person.id) && h("span", { class: "unread", role: "img", "aria-label": "new messages" }),
        ),
      );
    }),
  );
}

function drawConnection(lost = false) {
  const line = byId("connection");
  const on = workspace.connections > 0 && !lost;
  line.className = `connection ${on ? "on" : "off"}`;
  line.textContent = lost
    ? "The sandbox is not running"
    : on
      ? `${workspace.bot.name} is connected`
      : `Waiting for ${workspace.bot.name} to connect`;
}

function drawHead() {
  const { bot } = workspace;
  byId("bot-avatar").replaceChildren(avatar(bot.name, "bot"));
  byId("bot-name").textContent = bot.name;
  byId("workspace-name").textContent = `${bot.name} sandbox`;
  document.title = `${bot.name} sandbox`;
  const { person } = desk;
  byId("viewing-as").textContent = person
    ? `You are ${person.real_name} · ${person.tz.split("/").at(-1).replace("_", " ")}`
    : "";
}

function drawTab() {
  for (const tab of ["messages", "home"]) {
    const chosen = desk.tab === tab;
    byId(`tab-${tab}`).setAttribute("aria-selected", String(chosen));
    byId(`tab-${tab}`).tabIndex = chosen ? 0 : -1;
    byId(`panel-${tab}`).hidden = !chosen;
  }
  if (desk.person) history.replaceState(null, "", `#${desk.person.id}/${desk.tab}`);
  if (desk.tab === "messages") messages.scrollToEnd();
}

function drawHome() {
  const view = desk.home;
  const empty = h("p", { class: "home-empty" }, `${workspace.bot.name} has not published anything here yet.`);
  replaceKeepingFocus(
    byId("home"),
    ...(view ? renderBlocks(view.blocks, placeOf(desk, workspace.names, view, { view_id: view.id })) : [empty]),
  );
}

function drawFailure() {
  byId("failure").textContent = desk.failure;
}

const DRAW = {
  all: () => {
    for (const part of [drawPeople, drawHead, drawTab, drawHome, drawFailure]) part();
    for (const part of [messages, modal, composer, status]) part.draw();
    messages.scrollToEnd();
    announcer.know(desk.messages);
  },
  people: drawPeople,
  tab: drawTab,
  home: drawHome,
  modals: () => modal.draw(),
  status: () => status.draw(),
  prompts: () => composer.drawPrompts(),
  replyTo: () => composer.draw(),
  failure: drawFailure,
  message: (message) => {
    if (!messages.drawOne(message)) messages.draw(message);
    announcer.hear(message);
  },
  message_deleted: () => messages.draw(),
};

function draw(kind, value) {
  DRAW[kind]?.(value);
}

async function choose(person) {
  drawPeople();
  await desk.choose(person, "messages");
  byId("composer").focus();
}

for (const tab of ["messages", "home"]) {
  byId(`tab-${tab}`).addEventListener("click", () => desk.open(tab));
  byId(`tab-${tab}`).addEventListener("keydown", (event) => {
    if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
    const other = tab === "home" ? "messages" : "home";
    desk.open(other).then(() => byId(`tab-${other}`).focus());
  });
}

document.addEventListener("click", (event) => {
  for (const menu of document.querySelectorAll("details.multi[open], details.overflow[open], .trouble[open]")) {
    if (!menu.contains(event.target)) menu.open = false;
  }
});

drawHead();
drawPeople();
drawConnection();
const [wantedId, wantedTab] = location.hash.slice(1).split("/");
const first = workspace.people.find((person) => person.id === wantedId) ?? workspace.people[0];
let opened;
const live = new Promise((resolve) => (opened = resolve));
follow(
  (change) => {
    if (change.kind === "connections") {
      workspace.connections = change.value;
      drawConnection();
      messages.draw();
    } else if (change.kind === "trouble") trouble.draw(change.value);
    else desk.take(change);
  },
  async () => {
    workspace.connections = (await readWorkspace()).connections;
    drawConnection();
    await trouble.load();
    await desk.reload();
    opened();
  },
  () => drawConnection(true),
);
if (first) await desk.choose(first, wantedTab === "home" ? "home" : "messages");
await live;
document.body.dataset.ready = "true"; // for tests: nothing is drawn anew from here on without a reason
