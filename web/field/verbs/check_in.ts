import { uuidV7 } from "../phone/uuid.ts";
import type { Account } from "../protocol/snapshot.ts";
import { say } from "../screen/words.ts";
import { current } from "../state.ts";
import { openMoment } from "./moment_sheet.ts";

/** Arrives at a client: for the planned visit, or for a new one when there is no plan. */
export function checkIn(account: Account, visit: { id: string } | null): Promise<void> {
  return openMoment({
    title: say("check-in-at", { client: account.name }),
    done: say("checked-in", { client: account.name }),
    facts: [
      {
        kind: "visit_check_in",
        payload: { visit_id: visit?.id ?? uuidV7(), account_id: account.id },
        subject: account.name,
      },
    ],
    photo: current().snapshot?.policy.photo_at_check_in ?? "optional",
    facing: "environment",
  });
}
