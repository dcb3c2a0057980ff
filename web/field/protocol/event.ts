/** What each kind of event says beyond who, when and where. */
export interface Payloads {
  clock_in: { note?: string };
  clock_out: { note?: string };
  visit_check_in: { visit_id: string; account_id: string };
  visit_check_out: {
    visit_id: string;
    outcome: string;
    note?: string;
    next_step?: { text: string; due_on: string };
  };
  visit_skip: { visit_id: string; reason: string; note?: string; reschedule_to?: string };
  visit_plan: { visit_id: string; account_id: string; day: string; time?: string };
  account_create: {
    account_id: string;
    name: string;
    address?: string;
    contact?: { name: string; phone?: string };
  };
  note: { account_id: string; visit_id?: string; text: string };
  contact_log: { account_id: string; contact_id?: string; channel: Channel };
  task_done: { task_id: string };
  answer: { record_id: string; text: string };
}

export type Kind = keyof Payloads;
export type Channel = "call" | "whatsapp" | "navigate";
export type FixError =
  | "denied"
  | "unavailable"
  | "timeout"
  | "unsupported"
  /** The person went on without waiting. */
  | "skipped"
  /** The app was closed while it measured. */
  | "interrupted";
/** Why there is no photo where one is required. */
export type PhotoError = "skipped" | "no_camera" | "no_room" | "interrupted";

/** One position as the phone measured it. */
export interface Fix {
  lat: number;
  lon: number;
  accuracy_m: number;
  altitude_m: number | null;
  age_ms: number;
}

interface EventOf<K extends Kind> {
  /** UUIDv7, made here; sending it again is harmless. */
  id: string;
  /** Who made it; the server takes it in their session alone. */
  person: string;
  device: string;
  /** Counts up by one for each person on each phone. */
  seq: number;
  /** SHA-256 of the event before, as it was sent. */
  previous: string | null;
  kind: K;
  claimed_at: string;
  zone: string;
  time_token: string | null;
  since_token_ms: number | null;
  fix: Fix | null;
  fix_error: FixError | null;
  fixes: Fix[];
  photos: string[];
  photo_error: PhotoError | null;
  payload: Payloads[K];
}

/** One fact, told apart by `kind`. */
export type FieldEvent = { [K in Kind]: EventOf<K> }[Kind];

export type TimeGrade = "exact" | "bounded" | "unproven";
export type PlaceVerdict = "inside" | "outside" | "cannot_tell";
export type ReviewState = "none" | "pending" | "asked" | "accepted" | "rejected";

export interface Signal {
  code: string;
  sentence: string;
}

/** The server's proof that it keeps the fact, and how it graded the evidence. */
export interface Receipt {
  number: string;
  received_at: string;
  recorded_at: string;
  hash: string;
  time: { grade: TimeGrade; from: string; to: string; sentence: string };
  place: {
    verdict: PlaceVerdict;
    distance_m: number | null;
    radius_m: number | null;
    accuracy_m: number | null;
    sentence: string;
  } | null;
  signals: Signal[];
  review: ReviewState;
}

export interface Reason {
  code: string;
  message: string;
}

export interface EventResult {
  id: string;
  status: "created" | "exists" | "conflict" | "rejected" | "retry";
  receipt: Receipt | null;
  reason: Reason | null;
  /** The server's word that it refused this event, to be shown with those that follow it. */
  passed?: string | null;
  retry_after_s: number | null;
}

/** How a batch is signed. */
export interface ChainProof {
  device: string;
  key: string;
  signature: string;
  passed: string[];
}

/** The server's word for an event that another person made: it waits here for its owner. */
export const OTHER_PERSON = "field.other_person";

export interface EventsAnswer {
  server_time: string;
  time_token: string | null;
  results: EventResult[];
}
