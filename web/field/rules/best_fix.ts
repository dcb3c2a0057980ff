import type { Fix } from "../protocol/event.ts";

export const FEWEST_SAMPLES = 3;
export const MOST_SAMPLES = 5;
export const SAMPLING_MS = 10_000;

/** The most accurate of the samples; the later one when two are equal. */
export function bestFix(samples: Fix[]): Fix | null {
  let best: Fix | null = null;
  for (const sample of samples) {
    if (best === null || sample.accuracy_m <= best.accuracy_m) best = sample;
  }
  return best;
}

/** Whether measuring longer would add nothing. */
export function enoughSamples(samples: Fix[], goodAccuracyM: number): boolean {
  if (MOST_SAMPLES <= samples.length) return true;
  const best = bestFix(samples);
  return FEWEST_SAMPLES <= samples.length && best !== null && best.accuracy_m <= goodAccuracyM;
}
