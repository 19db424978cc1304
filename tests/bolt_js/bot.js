// A bot in Slack's own JavaScript SDK, as its documentation writes one: a message, a button, a form, a Home tab, a
// command. It knows nothing of the sandbox but the address of its Web API. tests/sandbox/test_bolt_js.py talks to it.

import bolt from "@slack/bolt";

const { App, LogLevel, SocketModeReceiver } = bolt;
const clientOptions = { slackApiUrl: process.env.SLACK_API_URL };
const receiver = new SocketModeReceiver({
  appToken: process.env.SLACK_APP_TOKEN,
  logLevel: LogLevel.WARN,
  clientPingTimeout: 2000, // milliseconds, for a starved machine; also how long it waits before it connects again
  installerOptions: { clientOptions },
});
const app = new App({ token: process.env.SLACK_BOT_TOKEN, receiver, clientOptions, logLevel: LogLevel.WARN });

const plain = (text) => ({ type: "plain_text", text });
const button = (action_id, text, value) => ({ type: "button", action_id, text: plain(text), value });
const card = (text) => [
  { type: "section", text: { type: "mrkdwn", text } },
  { type: "actions", elements: [button("approve", "Approve", "7"), button("edit", "Edit", "7")] },
];
const field = (block_id, label, element) => ({ type: "input", block_id, label: plain(label), element });
const form = (card) => ({
  type: "modal",
  callback_id: "form",
  private_metadata: JSON.stringify(card),
  title: plain("Edit"),
  submit: plain("Save"),
  notify_on_close: true,
  blocks: [
    field("percent", "Percent", {
      type: "number_input",
      action_id: "percent",
      is_decimal_allowed: false,
      initial_value: "150",
    }),
    field("note", "Note", { type: "plain_text_input", action_id: "note", initial_value: "as usual" }),
    { type: "actions", block_id: "more", elements: [button("renew", "Renew", "1"), button("push", "Push", "1")] },
  ],
});

app.message("card", async ({ message, say, client }) => {
  await client.assistant.threads.setStatus({
    channel_id: message.channel,
    thread_ts: message.ts,
    status: "is drawing…",
  });
  await say({
    thread_ts: message.ts,
    text: "a card",
    blocks: card("Apollo, Monday"),
    metadata: { event_type: "card", event_payload: { n: 7 } },
  });
});

app.message("who", async ({ message, say, client, context }) => {
  const { user } = await client.users.info({ user: message.user, include_locale: true });
  await say(`${user.real_name}, ${user.locale}; I am ${context.botUserId} (${context.botId})`);
});

app.message("bytes", async ({ say, client }) => {
  const { args } = await client.apiCall("api.test", { note: "größer", file: Buffer.from([0, 255, 10, 13]) });
  await say(`took ${args.note}`);
});

app.message("story", async ({ message, client }) => {
  const stream = client.chatStream({
    channel: message.channel,
    thread_ts: message.ts,
    recipient_user_id: message.user,
    buffer_size: 1,
  });
  for (const word of ["once ", "upon ", "a **time**"]) await stream.append({ markdown_text: word });
  await stream.stop();
});

app.message(/^echo (.*)/, async ({ context, body, say }) => {
  await say(`${context.matches[1]} (${body.event_id}, ${context.retryNum ?? 0} ${context.retryReason ?? ""})`);
});

app.action("approve", async ({ ack, action, body, respond }) => {
  await ack();
  await respond({ replace_original: true, text: `approved ${action.value} of ${body.message.metadata.event_payload.n}` });
});

app.action("edit", async ({ ack, body, client }) => {
  await ack();
  const { view } = await client.views.open({
    trigger_id: body.trigger_id,
    view: form({ channel: body.channel.id, ts: body.message.ts }),
  });
  if (view.state.values.note.note.value !== "as usual") throw new Error("the view was opened without its values");
});

app.action("renew", async ({ ack, body, client }) => {
  await ack();
  const { id: view_id, hash } = body.view;
  const view = { ...form(JSON.parse(body.view.private_metadata)), title: plain("Renewed") };
  await client.views.update({ view_id, hash, view });
  const second = await client.views.update({ view_id, hash, view }).catch((error) => error.data.error);
  const { channel } = JSON.parse(body.view.private_metadata);
  await client.chat.postMessage({ channel, text: `the old hash: ${second}` });
});

app.action("push", async ({ ack, body, client }) => {
  await ack();
  const view = { type: "modal", title: plain("Details"), blocks: [{ type: "divider" }] };
  await client.views.push({ trigger_id: body.trigger_id, view });
});

app.view("form", async ({ ack, view, client }) => {
  const percent = Number(view.state.values.percent.percent.value);
  if (percent > 100) return ack({ response_action: "errors", errors: { percent: "A day has 100 %." } });
  await ack();
  const { channel, ts } = JSON.parse(view.private_metadata);
  return client.chat.update({ channel, ts, text: `saved ${percent} %, ${view.state.values.note.note.value}`, blocks: [] });
});

app.view({ callback_id: "form", type: "view_closed" }, async ({ ack, view, client }) => {
  await ack();
  const { channel } = JSON.parse(view.private_metadata);
  await client.chat.postMessage({ channel, text: "closed" });
});

app.event("app_home_opened", async ({ event, client }) => {
  if (event.tab !== "home") return;
  const blocks = [{ type: "section", text: plain(`Home of ${event.user}`), accessory: button("count", "Count", "1") }];
  await client.views.publish({ user_id: event.user, view: { type: "home", blocks } });
});

app.action("count", async ({ ack, body, client }) => {
  await ack();
  const blocks = [{ type: "header", text: plain(`Counted from ${body.view.type}`) }];
  await client.views.publish({ user_id: body.user.id, hash: body.view.hash, view: { type: "home", blocks } });
});

app.command("/js", async ({ ack, command, respond }) => {
  await ack(`at once: ${command.text}`);
  await respond("and later");
});

app.error(async (error) => console.error("bolt", error));
process.on("SIGTERM", async () => {
  await app.stop();
  process.exit(0);
});
await app.start();
