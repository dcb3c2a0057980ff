/** Tells the other tabs and the worker that this phone's data changed. */

const channel = "BroadcastChannel" in globalThis ? new BroadcastChannel("jembatan-field") : null;

export type News = "data" | "new_event";

export function tellNeighbours(news: News): void {
  channel?.postMessage(news);
}

export function hearNeighbours(listener: (news: News) => void): void {
  channel?.addEventListener("message", (event: MessageEvent<News>) => listener(event.data));
}
