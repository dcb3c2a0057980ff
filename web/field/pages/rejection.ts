import type { Visit } from "../protocol/snapshot.ts";
import { say } from "../screen/words.ts";

/** What a rejection means, with the reviewer's words. */
export function rejection(visit: Visit): string | null {
  if (visit.rejected == null) return null;
  const said = say(visit.rejected === "check_in" ? "rejected-check-in" : "rejected-check-out");
  return visit.rejected_why ? `${said} “${visit.rejected_why}”` : said;
}
