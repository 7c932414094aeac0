import { collections, keyOf } from "./records.ts";

/** An open line to Directus. */
export interface Line {
  /** False once Directus has hung up. */
  isOpen(): boolean;
  close(): void;
}

/** What Directus sends, as far as we look at it. */
interface Message {
  type?: string;
  status?: string;
  event?: string;
}

const patienceMs = 5_000;

/**
 * Asks Directus to say when a record changes, over its WebSocket. Only the keys of what changed travel.
 *
 * Not through `@directus/sdk`: on Node its client answers a failed connection by closing it, which fails again without end.
 *
 * @param onChange - called at every change, and when the line breaks; several calls may come at once
 * @returns null where Directus offers no WebSockets, or does not answer
 */
export async function listen(url: string, token: string, onChange: () => void): Promise<Line | null> {
  const socket = new WebSocket(`${url.replace(/^http/, "ws").replace(/\/$/, "")}/websocket`);
  const send = (message: object) => socket.send(JSON.stringify(message));
  const isAuthenticated = await new Promise<boolean>((done) => {
    const timer = setTimeout(() => done(false), patienceMs);
    const finish = (result: boolean) => {
      clearTimeout(timer);
      done(result);
    };
    socket.addEventListener("open", () => send({ type: "auth", access_token: token }));
    socket.addEventListener("error", () => finish(false));
    socket.addEventListener("close", () => finish(false));
    socket.addEventListener("message", ({ data }) => {
      const message = JSON.parse(String(data)) as Message;
      if (message.type === "auth") finish(message.status === "ok");
      if (message.type === "ping") send({ type: "pong" });
      if (message.type === "subscription" && message.event !== "init") onChange();
    });
  });
  if (!isAuthenticated) {
    if (socket.readyState === WebSocket.OPEN) socket.close();
    return null;
  }
  // Whatever changes while nobody listens is found by asking.
  socket.addEventListener("close", onChange);
  for (const collection of collections) {
    send({ type: "subscribe", collection, query: { fields: [keyOf(collection)], limit: 1 }, uid: collection });
  }
  return { isOpen: () => socket.readyState === WebSocket.OPEN, close: () => socket.close() };
}
