// Measures every pair of colours that a component puts together, in both themes.
// Fails below 4.5:1 for text, 7:1 for the field app's text, 3:1 for the edges of controls.

import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const css = join(dirname(fileURLToPath(import.meta.url)), "..", "css");

const GROUNDS = ["paper", "card", "wash"];
const SOFT = ["brand-soft", "good-soft", "warn-soft", "bad-soft", "accent-soft"];
const TEXT = [
  ...pairs(["ink", "ink-soft"], [...GROUNDS, ...SOFT]),
  ...pairs(["brand", "brand-deep", "good", "warn", "bad", "accent-ink"], GROUNDS),
  ...pairs(["brand-deep"], ["brand-soft"]),
  ...pairs(["good"], ["good-soft", "brand-soft"]),
  ...pairs(["warn"], ["warn-soft", "brand-soft"]),
  ...pairs(["bad"], ["bad-soft", "brand-soft"]),
  ...pairs(["accent-ink"], ["accent-soft"]),
  ...pairs(["brand-ink"], ["brand", "brand-deep"]),
  ...pairs(["bad-ink"], ["bad", "bad-deep"]),
  ...pairs(["paper"], ["ink"]),
];
const EDGES = pairs(["line-strong", "brand", "bad", "ink-soft"], ["paper", "card"]);

const desk = themes(readFileSync(join(css, "tokens.css"), "utf8"), "tokens.css");
const outdoors = themes(readFileSync(join(css, "sunlight.css"), "utf8"), "sunlight.css");
const field = {
  light: { ...desk.light, ...outdoors.light },
  dark: { ...desk.dark, ...outdoors.dark },
};

let measured = 0;
for (const [surface, colours, least] of [
  ["desk", desk, 4.5],
  ["field", field, 7],
]) {
  for (const theme of ["light", "dark"]) {
    check(`${surface}, ${theme}`, colours[theme], TEXT, least);
    check(`${surface}, ${theme}`, colours[theme], EDGES, 3);
  }
}
if (!process.exitCode) console.log(`${measured} pairs of colours have the contrast they need.`);

function check(where, colours, list, least) {
  let lowest = Infinity;
  for (const [front, ground] of list) {
    const ratio = contrast(colours[front], colours[ground]);
    lowest = Math.min(lowest, ratio);
    measured += 1;
    if (ratio < least)
      fail(`${where}: ${front} on ${ground} is ${ratio.toFixed(2)}:1, below ${least}:1.`);
  }
  if (process.argv.includes("--all"))
    console.log(`${where}: lowest ${lowest.toFixed(2)}:1, at least ${least}:1`);
}

function pairs(fronts, grounds) {
  return fronts.flatMap((front) => grounds.map((ground) => [front, ground]));
}

// The light block, and the dark one, which stands twice: for the system's wish and for the reader's.
function themes(text, name) {
  const blocks = [...text.matchAll(/([^{}]*)\{([^{}]*)\}/g)].map(([, selector, body]) => [
    selector,
    colours(body),
  ]);
  const light = blocks.find(([selector, found]) => /:root\s*$/.test(selector) && found.ink);
  const [wish, choice] = blocks.filter(([selector]) => selector.includes("data-theme"));
  if (JSON.stringify(wish[1]) !== JSON.stringify(choice[1]))
    fail(`${name}: the two dark blocks differ.`);
  return { light: light[1], dark: wish[1] };
}

function colours(body) {
  const found = body.matchAll(/--([a-z-]+): oklch\(([\d.]+) ([\d.]+) ([\d.]+)\);/g);
  return Object.fromEntries([...found].map(([, name, ...numbers]) => [name, numbers.map(Number)]));
}

function contrast(one, other) {
  const [low, high] = [luminance(one), luminance(other)].sort((first, second) => first - second);
  return (high + 0.05) / (low + 0.05);
}

// OKLCH to linear sRGB, clipped as a screen without wide gamut does, then WCAG's luminance.
function luminance([lightness, chroma, hue]) {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const clip = (part) => Math.min(1, Math.max(0, part));
  const red = clip(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s);
  const green = clip(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s);
  const blue = clip(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function fail(sentence) {
  console.error(sentence);
  process.exitCode = 1;
}
