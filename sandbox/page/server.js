// The way to the sandbox: JSON requests, and the live stream of changes. Nothing is polled.

async function request(path, options) {
  const response = await fetch(path, options);
  if (!response.ok) throw new Error(await response.text());
  return response.json();
}

export const readWorkspace = () => request("/sandbox/workspace");
export const readDesk = (person) => request(`/sandbox/people/${encodeURIComponent(person)}`);
export const readTrouble = () => request("/sandbox/trouble");

const post = (path, details) =>
  request(path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(details),
  });

/** Something that is to go wrong next. */
export const askForTrouble = (name, details) => post(`/sandbox/trouble/${name}`, details);

/** Something the person does; resolves when the app has acknowledged it, or could not. */
export const act = (person, action, details = {}) =>
  post(`/sandbox/people/${encodeURIComponent(person)}/${action}`, details);

/** Calls `onChange` with every change, and `onOpen` whenever the stream has (re)opened: then something may have been missed. */
export function follow(onChange, onOpen, onLost) {
  const stream = new EventSource("/sandbox/live");
  stream.addEventListener("open", onOpen);
  stream.addEventListener("error", onLost);
  stream.addEventListener("message", (event) => onChange(JSON.parse(event.data)));
}
