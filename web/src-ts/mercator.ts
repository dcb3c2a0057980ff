// Where a point on the globe lies on a flat map, as maps on the web have it.

export interface Spot {
  x: number;
  y: number;
}

export interface Place {
  lat: number;
  lon: number;
}

/** The side of a tile, in pixels. */
export const TILE = 256;
/** Beyond this the map has no end. */
const MOST_LAT = 85.0511;

/** Pixels from the north-west corner of the whole map at this zoom. */
export function project({ lat, lon }: Place, zoom: number): Spot {
  const size = TILE * 2 ** zoom;
  const sin = Math.sin((Math.max(-MOST_LAT, Math.min(MOST_LAT, lat)) * Math.PI) / 180);
  return {
    x: ((lon + 180) / 360) * size,
    y: (0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI)) * size,
  };
}

/** The farthest zoom at which all of them fit into this many pixels, and their middle there. */
export function fitting(
  places: Place[],
  width: number,
  height: number,
  most: number,
): { zoom: number; middle: Spot } {
  for (let zoom = most; ; zoom -= 1) {
    const spots = places.map((place) => project(place, zoom));
    const [left, right] = ends(spots.map(({ x }) => x));
    const [top, bottom] = ends(spots.map(({ y }) => y));
    if ((right - left <= width && bottom - top <= height) || zoom === 1)
      return { zoom, middle: { x: (left + right) / 2, y: (top + bottom) / 2 } };
  }
}

function ends(values: number[]): [number, number] {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  return [least, most];
}

/** Those that stand so near to each other that they would hide each other, together. */
export function clustered<T extends Place>(places: T[], zoom: number, cell: number): T[][] {
  const cells = new Map<string, T[]>();
  for (const place of places) {
    const { x, y } = project(place, zoom);
    const key = `${Math.floor(x / cell)}/${Math.floor(y / cell)}`;
    const known = cells.get(key);
    if (known === undefined) cells.set(key, [place]);
    else known.push(place);
  }
  return [...cells.values()];
}

/** The tiles that lie in a window of this size around the middle. */
export function tilesAround(
  middle: Spot,
  zoom: number,
  width: number,
  height: number,
): { x: number; y: number }[] {
  const across = 2 ** zoom;
  const tiles: { x: number; y: number }[] = [];
  const first = (at: number, size: number): number => Math.floor((at - size / 2) / TILE);
  const last = (at: number, size: number): number => Math.floor((at + size / 2) / TILE);
  for (let y = first(middle.y, height); y <= last(middle.y, height); y += 1) {
    for (let x = first(middle.x, width); x <= last(middle.x, width); x += 1) {
      if (0 <= y && y < across && 0 <= x && x < across) tiles.push({ x, y });
    }
  }
  return tiles;
}
