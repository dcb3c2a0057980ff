// The desk's map, whose geometry is made of numbers alone.

import assert from "node:assert/strict";
import test from "node:test";
import { clustered, fitting, project, TILE, tilesAround } from "../src-ts/mercator.ts";

const JAKARTA = { lat: -6.2, lon: 106.8 };
const BOGOR = { lat: -6.6, lon: 106.8 };
const JAYAPURA = { lat: -2.53, lon: 140.7 };

test("the middle of the world is the middle of the map, and its ends are its edges", () => {
  assert.deepEqual(project({ lat: 0, lon: 0 }, 0), { x: TILE / 2, y: TILE / 2 });
  assert.equal(project({ lat: 0, lon: 180 }, 3).x, TILE * 8);
  assert.ok(Math.abs(project({ lat: 85.0511, lon: 0 }, 0).y) < 0.01);
  assert.ok(Number.isFinite(project({ lat: 90, lon: 0 }, 18).y), "a pole is on the map, too");
});

test("south is below, and each zoom is twice as large", () => {
  const [near, far] = [project(JAKARTA, 10), project(JAKARTA, 11)];

  assert.ok(near.y < project(BOGOR, 10).y);
  assert.ok(Math.abs(far.x - 2 * near.x) < 1e-6 && Math.abs(far.y - 2 * near.y) < 1e-6);
});

test("all of them fit into the window, as near as they may", () => {
  const places = [JAKARTA, BOGOR, JAYAPURA];
  const { zoom, middle } = fitting(places, 800, 400, 16);

  for (const place of places) {
    const { x, y } = project(place, zoom);
    assert.ok(Math.abs(x - middle.x) <= 400 && Math.abs(y - middle.y) <= 200);
  }
  assert.equal(fitting([JAKARTA], 800, 400, 16).zoom, 16, "one alone is shown from near");
  assert.equal(fitting(places, 1, 1, 16).zoom, 1, "a window of nothing ends somewhere");
});

test("those who would hide each other stand together, and nobody is lost", () => {
  const near = Array.from({ length: 40 }, (_, at) => ({ lat: -6.2 + at / 1e4, lon: 106.8 }));
  const places = [...near, BOGOR, JAYAPURA];

  const far = clustered(places, 4, 56);
  const close = clustered(places, 18, 56);

  assert.equal(far.flat().length, places.length);
  assert.ok(far.length < 4 && close.length > 10);
});

test("tiles fill the window, and none lies beyond the edge of the world", () => {
  const middle = project(JAKARTA, 10);
  const tiles = tilesAround(middle, 10, 800, 400);

  assert.ok(8 <= tiles.length && tiles.length <= 15, `${tiles.length}`);
  assert.deepEqual(tilesAround({ x: 128, y: 128 }, 0, 2000, 2000), [{ x: 0, y: 0 }]);
});
