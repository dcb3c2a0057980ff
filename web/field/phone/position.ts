import type { Fix, FixError } from "../protocol/event.ts";
import { bestFix, enoughSamples, SAMPLING_MS } from "../rules/best_fix.ts";

/** What the phone could say about where it is. Never coordinates without a measurement. */
export interface Measured {
  fix: Fix | null;
  fixes: Fix[];
  fix_error: FixError | null;
}

export interface Measuring {
  done: Promise<Measured>;
  /** Stops measuring and takes what there is. */
  stop(): void;
}

/** Samples the position for at most ten seconds; `onSample` hears of each new best one. */
export function measurePosition(
  goodAccuracyM: number,
  onSample: (best: Fix, count: number) => void,
): Measuring {
  const samples: Fix[] = [];
  let stop = () => {};
  const stopped = new Promise<FixError | null>((resolve) => {
    stop = () => resolve("skipped");
  });
  const done = Promise.race([sample(samples, goodAccuracyM, onSample), stopped]).then((error) =>
    summary(samples, error),
  );
  return { done, stop: () => stop() };
}

const BETWEEN_SAMPLES_MS = 300;
/** The first fix may take its time; once there is one, a silent receiver is not waited for. */
const LATER_SAMPLE_MS = 3_000;

async function sample(
  samples: Fix[],
  goodAccuracyM: number,
  onSample: (best: Fix, count: number) => void,
): Promise<FixError | null> {
  if (!("geolocation" in navigator)) return "unsupported";
  const deadline = performance.now() + SAMPLING_MS;
  while (!enoughSamples(samples, goodAccuracyM)) {
    const left = deadline - performance.now();
    if (left <= 0) return "timeout";
    try {
      samples.push(await oneFix(samples.length === 0 ? left : Math.min(left, LATER_SAMPLE_MS)));
    } catch (error) {
      return error as FixError;
    }
    const best = bestFix(samples);
    if (best !== null) onSample(best, samples.length);
    // A receiver that is asked again in the same breath may answer nothing at all.
    await pause(BETWEEN_SAMPLES_MS);
  }
  return null;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

function oneFix(timeout: number): Promise<Fix> {
  return new Promise((resolve, reject: (reason: FixError) => void) => {
    // The browser's timeout does not run while it asks for permission, so that one is bounded by the person.
    navigator.geolocation.getCurrentPosition(
      ({ coords, timestamp }) =>
        resolve({
          lat: coords.latitude,
          lon: coords.longitude,
          accuracy_m: coords.accuracy,
          altitude_m: coords.altitude,
          age_ms: Math.max(0, Math.round(Date.now() - timestamp)),
        }),
      ({ code }) => reject(code === 1 ? "denied" : code === 2 ? "unavailable" : "timeout"),
      { enableHighAccuracy: true, maximumAge: 0, timeout },
    );
  });
}

function summary(samples: Fix[], error: FixError | null): Measured {
  const fix = bestFix(samples);
  if (fix === null) return { fix: null, fixes: [], fix_error: error ?? "unavailable" };
  return { fix, fixes: samples.filter((sample) => sample !== fix), fix_error: null };
}
