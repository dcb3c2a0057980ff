/**
 * "I am here, now": clock in, clock out, check in.
 *
 * The fact is saved at the tap, before anything is measured. The sheet then adds the position and photos; if the
 * page dies meanwhile, the fact is sent without them.
 */

import type { Facing } from "../phone/camera.ts";
import { momentNow } from "../phone/moment.ts";
import type { Measured } from "../phone/position.ts";
import type { Photo } from "../phone/shrink.ts";
import { isQuotaError } from "../phone/storage.ts";
import type { FieldEvent, PhotoError } from "../protocol/event.ts";
import type { PhotoRule } from "../protocol/snapshot.ts";
import { announce } from "../screen/announce.ts";
import { element, icon, show } from "../screen/element.ts";
import { clock } from "../screen/format.ts";
import { photoField } from "../screen/photo_field.ts";
import { positionLine } from "../screen/position_line.ts";
import { openSheet } from "../screen/sheet.ts";
import { say } from "../screen/words.ts";
import { completeDraft, dropDraft, holdDraft } from "../store/outbox.ts";
import { changed, type Fact, keepLastFix, save } from "./save.ts";

/** How the fact stands if nobody comes back to complete it. */
const NOT_MEASURED: Measured = { fix: null, fixes: [], fix_error: "interrupted" };
const HOLD_MS = 60_000;
const HEARTBEAT_MS = 20_000;
/** Long enough to read what was found before the sheet goes by itself. */
const READING_MS = 900;

export interface MomentOptions {
  title: string;
  /** Said when it is done, e.g. "Clocked in 08.02". */
  done: string;
  facts: Fact[];
  photo: PhotoRule;
  facing: Facing;
}

export async function openMoment({
  title,
  done,
  facts,
  photo,
  facing,
}: MomentOptions): Promise<void> {
  const moment = momentNow();
  const pictures = photo === "off" ? null : photoField(facing, () => label());
  const confirm = element("button", {
    class: "button big",
    key: "moment-done",
    attributes: { type: "button" },
    on: { click: () => void finish() },
  });
  const position = positionLine(() => label());
  const drafts = await save(facts, {
    moment,
    measured: NOT_MEASURED,
    photo_error: photo === "required" ? "interrupted" : null,
    hold_until: Date.now() + HOLD_MS,
  });
  if (drafts === null) return;
  const ids = drafts.map((draft) => draft.id);
  let finished = false;

  const sheet = openSheet({
    title,
    mayClose: () => {
      void finish();
      return false;
    },
  });
  const heartbeat = setInterval(() => {
    for (const id of ids) void holdDraft(id, Date.now() + HOLD_MS);
  }, HEARTBEAT_MS);
  const undo = element("button", {
    class: "button plain wide",
    text: say("moment-undo"),
    attributes: { type: "button" },
    on: { click: () => void takeBack() },
  });

  function label(): void {
    const measured = position.measured();
    const wantsPhoto = photo === "required" && pictures?.photos.length === 0;
    const searching = position.hasSample() ? "moment-use-this" : "moment-go-on";
    confirm.textContent = say(
      measured === null ? searching : wantsPhoto ? "moment-without-photo" : "moment-done",
    );
  }

  async function finish(): Promise<void> {
    if (finished) return;
    finished = true;
    const measured = position.measured() ?? (await position.stop());
    const photo_error = photo === "required" ? (pictures?.missing() ?? null) : null;
    await complete(ids, measured, pictures?.photos ?? [], photo_error);
    sheet.close();
    announce(done);
  }

  async function takeBack(): Promise<void> {
    if (finished) return;
    finished = true;
    void position.stop();
    for (const id of ids) await dropDraft(id);
    await changed();
    sheet.close();
    announce(say("moment-undone"));
  }

  label();
  show(
    sheet.body,
    element(
      "p",
      { class: "saved-here" },
      icon("circle-check"),
      element("span", { text: say("saved-here", { time: clock(moment.claimed_at) }) }),
    ),
    position.node,
    pictures?.node,
    photo === "required" && element("p", { class: "help", text: say("photo-asked") }),
  );
  show(sheet.foot, confirm, undo);
  confirm.focus();
  void position.done.then((measured) => {
    label();
    // Nothing left to decide: the sheet goes by itself.
    if (pictures === null && measured.fix !== null) setTimeout(() => void finish(), READING_MS);
  });
  await sheet.closed;
  clearInterval(heartbeat);
}

async function complete(
  ids: string[],
  measured: Measured,
  photos: Photo[],
  photo_error: PhotoError | null,
): Promise<void> {
  const patch: Partial<FieldEvent> = {
    fix: measured.fix,
    fixes: measured.fixes,
    fix_error: measured.fix_error,
    photo_error,
  };
  for (const [index, id] of ids.entries()) {
    const own = index === ids.length - 1 ? photos : [];
    try {
      await completeDraft(id, patch, own);
    } catch (error) {
      if (!isQuotaError(error)) throw error;
      await completeDraft(id, { ...patch, photo_error: "no_room" }, []);
      announce(say("saved-without-photo"));
    }
  }
  await keepLastFix(measured);
  await changed();
}
