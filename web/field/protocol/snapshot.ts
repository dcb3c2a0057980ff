/** The day as the server tells it. Records are merged by id, see `rules/merge.ts`. */
export interface Snapshot {
  cursor: string;
  person: Person;
  company: Company;
  policy: Policy;
  shift: Shift | null;
  work_day: WorkDay | null;
  outcomes: Outcome[];
  skip_reasons: SkipReason[];
  visits: Visit[];
  accounts: Account[];
  tasks: Task[];
}

/** One answer of `GET /field/snapshot`: everything when `full`, else what changed. */
export interface SnapshotAnswer extends Partial<Omit<Snapshot, "cursor" | "person">> {
  cursor: string;
  full: boolean;
  server_time: string;
  time_token: string | null;
  /** The key under which this person's things lie on a phone, in base64url. */
  storage_key?: string;
  person: Person;
  removed?: { accounts?: string[]; visits?: string[]; tasks?: string[] };
}

export interface Person {
  id: string;
  name: string;
  team: string | null;
  /** False for somebody who clocks in and out but visits nobody. */
  visits?: boolean;
}

export interface Company {
  name: string;
  zone: string;
  zone_label: string;
}

export type PhotoRule = "off" | "optional" | "required";

export interface Policy {
  radius_m: number;
  good_accuracy_m: number;
  usable_accuracy_m: number;
  photo_at_check_in: PhotoRule;
  photo_at_clock_in: PhotoRule;
  check_in_opens_day: boolean;
  photo_max_px: number;
}

export interface Shift {
  start: string;
  end: string;
  grace_minutes: number;
  /** `company`: by the company's clock, wherever one is; `local`: where one stands. */
  meaning: "company" | "local";
}

export interface WorkDay {
  day: string;
  state: "open" | "closed";
  opened_at: string | null;
  closed_at: string | null;
  /** Until then a clock-out still ends it, also after a rule has closed it; null when nothing is missing. */
  clock_out_until?: string | null;
  late_minutes: number;
  marks: string[];
}

export interface Outcome {
  code: string;
  label: string;
  effective: boolean;
  asks_note: boolean;
}

export interface SkipReason {
  code: string;
  label: string;
}

export type VisitState = "planned" | "open" | "done" | "skipped" | "missed";

export interface Visit {
  id: string;
  account_id: string;
  day: string;
  sequence: number;
  planned: boolean;
  planned_time: string | null;
  state: VisitState;
  arrived_at: string | null;
  left_at: string | null;
  outcome: string | null;
  note: string | null;
  /** What of it a reviewer rejected: with its check-in it does not count as made. */
  rejected?: "check_in" | "check_out" | null;
  /** Why, in the reviewer's words. */
  rejected_why?: string | null;
}

export interface Place {
  id: string;
  lat: number;
  lon: number;
  radius_m: number;
  state: "proposed" | "confirmed" | "moved";
}

export interface Contact {
  id: string;
  name: string;
  role: string | null;
  phone: string | null;
  whatsapp: string | null;
}

export interface Account {
  id: string;
  name: string;
  tier: string | null;
  status: string | null;
  address: string | null;
  phone: string | null;
  place: Place | null;
  contacts: Contact[];
  last_visit_on: string | null;
}

export interface Task {
  id: string;
  account_id: string | null;
  text: string;
  due_on: string | null;
}
