/**
 * The service worker: the app opens without a network.
 *
 * It keeps one page and its files, all of the same build, and nothing else: answers of the API never enter
 * its cache, since they belong to a person and would outlive their session.
 */

import { setting } from "./store/settings.ts";
import { syncOnce } from "./sync/cycle.ts";
import { tellNeighbours } from "./sync/neighbours.ts";
import type { ExtendableEvent, FetchEvent, SyncEvent, WorkerScope } from "./worker_types.ts";

declare const __PRECACHE__: string[];
declare const __VERSION__: string;

const worker = globalThis as unknown as WorkerScope;
const CACHE = `jembatan-field-${__VERSION__}`;
const SHELL = "/field";
/** After so long without an answer the stored page is quicker, and the same. */
const SHELL_PATIENCE_MS = 2_500;
const kept = new Set(__PRECACHE__);

worker.addEventListener("install", (event: ExtendableEvent) => {
  event.waitUntil(install().then(() => worker.skipWaiting()));
});

worker.addEventListener("activate", (event: ExtendableEvent) => {
  event.waitUntil(dropOldBuilds().then(() => worker.clients.claim()));
});

worker.addEventListener("fetch", (event: FetchEvent) => {
  const url = new URL(event.request.url);
  if (url.origin !== worker.location.origin || event.request.method !== "GET") return;
  if (event.request.mode === "navigate" && isFieldPage(url.pathname)) {
    event.respondWith(page(event.request));
  } else if (kept.has(url.pathname)) {
    event.respondWith(asset(event.request, url.pathname));
  }
});

worker.addEventListener("sync", (event: SyncEvent) => {
  if (event.tag === "outbox") event.waitUntil(sendOutbox());
});

async function install(): Promise<void> {
  const cache = await caches.open(CACHE);
  await cache.addAll(__PRECACHE__);
  await keepShell(cache);
}

/** The page is stored only together with the files that it names. */
async function keepShell(cache: Cache): Promise<void> {
  const response = await fetch(SHELL, { cache: "no-store", credentials: "same-origin" });
  if (!response.ok || response.redirected)
    throw new Error("The page of the field app did not come.");
  await cache.put(SHELL, response);
}

async function dropOldBuilds(): Promise<void> {
  for (const name of await caches.keys()) {
    if (name.startsWith("jembatan-field-") && name !== CACHE) await caches.delete(name);
  }
}

function isFieldPage(path: string): boolean {
  return path === SHELL || path.startsWith(`${SHELL}/`);
}

async function page(request: Request): Promise<Response> {
  const stored = await (await caches.open(CACHE)).match(SHELL);
  try {
    const fresh = await (stored === undefined
      ? fetch(request)
      : Promise.race([fetch(request), patience()]));
    // Sent elsewhere or refused: with a stored page the person keeps working and signs in when it suits them.
    return stored !== undefined && !fresh.ok ? stored : fresh;
  } catch (error) {
    if (stored === undefined) throw error;
    return stored;
  }
}

function patience(): Promise<never> {
  return new Promise((_, reject) =>
    setTimeout(() => reject(new Error("too slow")), SHELL_PATIENCE_MS),
  );
}

async function asset(request: Request, path: string): Promise<Response> {
  return (await (await caches.open(CACHE)).match(path)) ?? fetch(request);
}

async function sendOutbox(): Promise<void> {
  const outcome = await syncOnce((await setting("language")) ?? "id", () => tellNeighbours("data"));
  tellNeighbours("data");
  // A failed promise is what makes the browser try again.
  if (outcome.kind === "unreachable") throw new Error("The outbox could not be sent yet.");
}
