import { clock } from "../screen/format.ts";
import { say } from "../screen/words.ts";
import { current } from "../state.ts";
import { openMoment } from "./moment_sheet.ts";

export function clockIn(): Promise<void> {
  return openMoment({
    title: say("clock-in"),
    done: say("clocked-in", { time: clock(Date.now()) }),
    facts: [{ kind: "clock_in", payload: {}, subject: null }],
    photo: current().snapshot?.policy.photo_at_clock_in ?? "off",
    facing: "user",
  });
}

export function clockOut(): Promise<void> {
  return openMoment({
    title: say("clock-out"),
    done: say("clocked-out", { time: clock(Date.now()) }),
    facts: [{ kind: "clock_out", payload: {}, subject: null }],
    photo: "off",
    facing: "user",
  });
}
