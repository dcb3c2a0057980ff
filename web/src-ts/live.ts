// Keeps a part of a page up to date by server-sent events.
//
//   <section id="board" data-live="/team/board/events" data-live-fragment="/team/board?part=board">
//   <p class="live-state" data-live-state="board"></p>
//
// Each message says only that something changed; the part is then fetched through the same door
// as the page, with the rights that the reader has now.

import { announce } from "./announce";
import { refetch } from "./fragments";
import { clock, texts } from "./texts";

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 60_000;
// Many things change at eight in the morning; once a second is often enough to look.
const REST_MS = 1_000;
// The server gives a sign of life every 20 seconds; a line that died says nothing at all.
const SILENCE_MS = 50_000;

export function followLive(): void {
  for (const element of document.querySelectorAll<HTMLElement>("[data-live]")) new Live(element);
}

class Live {
  private source: EventSource | undefined;
  private waitMs = FIRST_WAIT_MS;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private watchdog: ReturnType<typeof setTimeout> | undefined;
  private downSince: Date | undefined;
  private fetching = false;
  private again = false;

  constructor(private readonly element: HTMLElement) {
    // Nobody looks at a hidden tab, and a server has better things to do.
    document.addEventListener("visibilitychange", () =>
      document.hidden ? this.pause() : this.resume(),
    );
    addEventListener("pagehide", () => this.pause());
    addEventListener("online", () => this.resume());
    addEventListener("offline", () => this.isDown());
    if (!document.hidden) this.connect();
  }

  private connect(): void {
    this.disconnect();
    const source = new EventSource(this.element.dataset.live ?? "");
    source.addEventListener("open", () => this.isUp());
    source.addEventListener("beat", () => this.heard());
    source.addEventListener("message", () => {
      this.heard();
      void this.refresh();
    });
    source.addEventListener("error", () => this.isDown());
    this.source = source;
    this.heard();
  }

  private heard(): void {
    clearTimeout(this.watchdog);
    this.watchdog = setTimeout(() => this.isDown(), SILENCE_MS);
  }

  private disconnect(): void {
    clearTimeout(this.timer);
    clearTimeout(this.watchdog);
    this.source?.close();
    this.source = undefined;
  }

  private pause(): void {
    this.disconnect();
    this.show("paused", texts.paused);
  }

  private resume(): void {
    if (document.hidden) return;
    this.waitMs = FIRST_WAIT_MS;
    this.connect();
    void this.refresh();
  }

  private isUp(): void {
    const wasDown = this.downSince !== undefined;
    this.downSince = undefined;
    this.waitMs = FIRST_WAIT_MS;
    this.show("up", texts.live);
    // What happened meanwhile was not told.
    if (wasDown) void this.refresh();
  }

  private isDown(): void {
    this.disconnect();
    if (this.downSince === undefined) {
      this.downSince = new Date();
      announce(texts.down(clock(this.downSince)));
    }
    this.show("down", texts.down(clock(this.downSince)));

    // A little by chance, so that a thousand boards do not all come back in the same second.
    this.timer = setTimeout(() => this.connect(), this.waitMs * (0.75 + Math.random() / 2));
    this.waitMs = Math.min(this.waitMs * 2, LONGEST_WAIT_MS);
  }

  private async refresh(): Promise<void> {
    if (this.fetching) {
      this.again = true;
      return;
    }
    this.fetching = true;
    try {
      await refetch(this.element, this.element.dataset.liveFragment ?? location.href);
    } catch {
      // Without a network the stream says so itself, and asks again when it is back.
    }
    setTimeout(() => {
      this.fetching = false;
      if (!this.again) return;
      this.again = false;
      void this.refresh();
    }, REST_MS);
  }

  private show(state: string, words: string): void {
    for (const place of document.querySelectorAll<HTMLElement>(
      `[data-live-state="${this.element.id}"]`,
    )) {
      place.dataset.state = state;
      place.textContent = words;
    }
  }
}
