// A map that is pulled with a finger, a mouse or the arrow keys, made of the operator's own tiles.

import { element } from "./elements";
import { clustered, fitting, type Place, project, type Spot, TILE, tilesAround } from "./mercator";

export interface Marker extends Place {
  name: string;
  address: string;
}

export interface MapWords {
  closer: string;
  farther: string;
  all: string;
  /** `{}` stands for how many. */
  several: string;
  close: string;
}

const FARTHEST = 1;
const CLOSEST = 18;
/** Nobody wants to see a doorstep before the street. */
const CLOSEST_AT_FIRST = 16;
/** What stands nearer than this is shown as one. */
const CELL = 56;
const STEP = 80;
/** Between what is shown and the edge. */
const MARGIN = 40;
/** More names than these are read in the list. */
const MOST_NAMED = 30;

export class SlippyMap {
  private readonly ground = element("div", { class: "map-ground", "aria-hidden": "true" });
  private readonly marks = element("div", { class: "map-marks" });
  private readonly tiles = new Map<string, HTMLImageElement>();
  private zoom = FARTHEST;
  private middle: Spot = { x: TILE, y: TILE };
  private named: HTMLElement | undefined;

  constructor(
    private readonly box: HTMLElement,
    private readonly markers: Marker[],
    private readonly address: string,
    private readonly words: MapWords,
  ) {
    box.tabIndex = 0;
    box.setAttribute("role", "group");
    box.append(this.ground, this.marks, this.controls());
    box.addEventListener("keydown", (event) => this.press(event));
    this.pull();
    new ResizeObserver(() => this.draw()).observe(box);
  }

  showAll(): void {
    this.show(this.markers, CLOSEST_AT_FIRST);
  }

  private show(places: Place[], closest: number): void {
    const [width, height] = [this.box.clientWidth, this.box.clientHeight];
    const fits = fitting(places, width - 2 * MARGIN, height - 2 * MARGIN, closest);
    this.zoom = fits.zoom;
    this.middle = fits.middle;
    this.draw();
  }

  private controls(): HTMLElement {
    const button = (words: string, shape: string, act: () => void): HTMLElement => {
      const made = element("button", {
        class: "button quiet square",
        type: "button",
        title: words,
      });
      made.append(element("i", { class: `icon icon-${shape}`, "aria-hidden": "true" }));
      made.append(element("span", { class: "unseen" }, words));
      made.addEventListener("click", act);
      return made;
    };
    return element(
      "div",
      { class: "map-controls" },
      button(this.words.closer, "plus", () => this.zoomBy(1)),
      button(this.words.farther, "minus", () => this.zoomBy(-1)),
      button(this.words.all, "house", () => this.showAll()),
    );
  }

  private zoomBy(steps: number): void {
    const zoom = Math.max(FARTHEST, Math.min(CLOSEST, this.zoom + steps));
    const factor = 2 ** (zoom - this.zoom);
    this.middle = { x: this.middle.x * factor, y: this.middle.y * factor };
    this.zoom = zoom;
    this.draw();
  }

  private press(event: KeyboardEvent): void {
    if (event.key === "Escape") this.unname();
    if (event.target !== this.box) return;
    const moves: Record<string, () => void> = {
      ArrowLeft: () => this.moveBy(-STEP, 0),
      ArrowRight: () => this.moveBy(STEP, 0),
      ArrowUp: () => this.moveBy(0, -STEP),
      ArrowDown: () => this.moveBy(0, STEP),
      "+": () => this.zoomBy(1),
      "-": () => this.zoomBy(-1),
    };
    const move = moves[event.key];
    if (move === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    move();
  }

  private moveBy(x: number, y: number): void {
    this.middle = { x: this.middle.x + x, y: this.middle.y + y };
    this.draw();
  }

  private pull(): void {
    let from: Spot | undefined;
    this.ground.addEventListener("pointerdown", (event) => {
      from = { x: event.clientX, y: event.clientY };
      this.ground.setPointerCapture(event.pointerId);
    });
    this.ground.addEventListener("pointermove", (event) => {
      if (from === undefined) return;
      this.moveBy(from.x - event.clientX, from.y - event.clientY);
      from = { x: event.clientX, y: event.clientY };
    });
    for (const end of ["pointerup", "pointercancel"] as const)
      this.ground.addEventListener(end, () => {
        from = undefined;
      });
    this.ground.addEventListener("dblclick", () => this.zoomBy(1));
  }

  private draw(): void {
    const [width, height] = [this.box.clientWidth, this.box.clientHeight];
    const corner = { x: this.middle.x - width / 2, y: this.middle.y - height / 2 };
    this.drawTiles(corner, width, height);
    this.drawMarks(corner, width, height);
  }

  private drawTiles(corner: Spot, width: number, height: number): void {
    const wanted = new Set<string>();
    for (const { x, y } of tilesAround(this.middle, this.zoom, width, height)) {
      const key = `${this.zoom}/${x}/${y}`;
      wanted.add(key);
      let tile = this.tiles.get(key);
      if (tile === undefined) {
        tile = element("img", { alt: "", draggable: "false" });
        tile.src = this.address
          .replace("{z}", String(this.zoom))
          .replace("{x}", String(x))
          .replace("{y}", String(y));
        this.tiles.set(key, tile);
        this.ground.append(tile);
      }
      put(tile, x * TILE - corner.x, y * TILE - corner.y);
    }
    for (const [key, tile] of this.tiles) {
      if (wanted.has(key)) continue;
      tile.remove();
      this.tiles.delete(key);
    }
  }

  private drawMarks(corner: Spot, width: number, height: number): void {
    this.unname();
    const shown: HTMLElement[] = [];
    for (const group of clustered(this.markers, this.zoom, CELL)) {
      const [first] = group;
      if (first === undefined) continue;
      const at = project(first, this.zoom);
      const [x, y] = [at.x - corner.x, at.y - corner.y];
      if (x < 0 || width < x || y < 0 || height < y) continue;
      const mark = group.length === 1 ? point(first) : this.cluster(group);
      put(mark, x, y);
      shown.push(mark);
    }
    this.marks.replaceChildren(...shown);
  }

  private cluster(group: Marker[]): HTMLElement {
    const count = String(group.length);
    const mark = element("button", { class: "map-cluster", type: "button" });
    mark.append(element("span", { "aria-hidden": "true" }, count));
    mark.append(element("span", { class: "unseen" }, this.words.several.replace("{}", count)));
    mark.addEventListener("click", () => {
      const before = this.zoom;
      if (before < CLOSEST) this.show(group, CLOSEST);
      // They stand in one place, or as near as one can come.
      if (this.zoom <= before || this.zoom === CLOSEST) this.name(group);
      else this.box.focus({ preventScroll: true });
    });
    return mark;
  }

  private name(group: Marker[]): void {
    this.unname();
    const list = element("ul", { class: "list" });
    for (const marker of group.slice(0, MOST_NAMED))
      list.append(element("li", {}, element("a", { href: marker.address }, marker.name)));
    const close = element("button", { class: "button quiet small", type: "button" });
    close.textContent = this.words.close;
    close.addEventListener("click", () => this.unname());
    this.named = element("div", { class: "map-named" }, list, close);
    this.box.append(this.named);
    this.named.querySelector("a")?.focus();
  }

  private unname(): void {
    this.named?.remove();
    this.named = undefined;
  }
}

function point(marker: Marker): HTMLElement {
  const mark = element("a", { class: "map-point", href: marker.address, title: marker.name });
  mark.append(element("span", { class: "unseen" }, marker.name));
  return mark;
}

function put(on: HTMLElement, x: number, y: number): void {
  on.style.translate = `${Math.round(x)}px ${Math.round(y)}px`;
}
