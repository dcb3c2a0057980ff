import type { Kind, PlaceVerdict, ReviewState, Signal, TimeGrade } from "./event.ts";

/** What the manager sees: every fact of this person with its evidence, newest first. */
export interface FieldRecord {
  days: RecordDay[];
}

export interface RecordDay {
  day: string;
  work_day: {
    state: "open" | "closed";
    opened_at: string | null;
    closed_at: string | null;
    worked_minutes: number | null;
    late_minutes: number;
    marks: string[];
  } | null;
  facts: Fact[];
}

export interface Fact {
  id: string;
  kind: Kind;
  account: string | null;
  recorded_at: string;
  received_at: string;
  time: { grade: TimeGrade; sentence: string };
  place: {
    verdict: PlaceVerdict;
    distance_m: number | null;
    sentence: string;
    lat?: number | null;
    lon?: number | null;
  } | null;
  signals: Signal[];
  photos: string[];
  review: {
    state: ReviewState;
    question?: string | null;
    answer?: string | null;
    by?: string | null;
  };
}
