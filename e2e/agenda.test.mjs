//! A task with a time is written down, seen in the week and in a calendar, done, and the calendar's
//! address is withdrawn.

import assert from "node:assert/strict";
import { ask, today } from "./support/api.mjs";
import { axe } from "./support/axe.mjs";
import { journey } from "./support/journey.mjs";
import { signIn } from "./support/person.mjs";

/** @typedef {import("playwright-core").Page} Page */

const TASK = "Rapat harga; termin, dan 📎 lampiran";

journey("a task is planned, followed by a calendar, and done", async ({ program, desk }) => {
  const page = await (await desk()).newPage();
  await signIn(page, program, "Ayu");

  // Written down where the day is looked at, then given a reminder.
  await page.goto("/agenda?view=week");
  await axe(page);
  await page.locator(".task-new > summary").click();
  await page.locator("#text").fill(TASK);
  await page.locator("#due_on").fill(today());
  await page.locator("#due_time").fill("23:59");
  await page.locator(".task-new form .button").click();
  await page.locator(".agenda-day.today li", { hasText: TASK }).waitFor();
  assert.match(page.url(), /\/agenda\?view=week$/, "one is led back to where one was");

  await page.locator(".agenda-day.today a", { hasText: TASK }).click();
  await page.locator(".task-timing > summary").click();
  await page.locator("#remind").selectOption("60");
  await axe(page);
  await page.locator("main form.form .button:not(.plain)").click();
  await page.waitForURL(/\/agenda\?view=week$/);
  const tasks = await ask(page, "/tasks?when=today");
  const task = tasks.items.find((/** @type {any} */ it) => it.text === TASK);
  assert.equal(task.remind_minutes, 60);
  assert.equal(task.due_time, "23:59");

  // A calendar follows, without signing in.
  await page.goto("/me/calendar");
  await axe(page);
  await page.locator("main form.form .button").click();
  const address = new URL((await page.locator("#calendar-address").textContent()) ?? "");
  await axe(page);
  const calendar = await fetch(address);
  assert.equal(calendar.status, 200);
  assert.match(calendar.headers.get("cache-control") ?? "", /private/);
  const text = (await calendar.text()).replaceAll("\r\n ", "");
  assert.ok(text.includes("SUMMARY:Rapat harga\\; termin\\, dan 📎 lampiran\r\n"), text);
  const tag = calendar.headers.get("etag") ?? "";
  const same = await fetch(address, { headers: { "if-none-match": tag } });
  assert.equal(same.status, 304, "nothing new is not sent again");
  await page.goto("/me/calendar");
  assert.equal(await page.locator("#calendar-address").count(), 0, "it is shown once");

  // By the keyboard to tomorrow and back, once the page listens.
  const listens = page.locator("[data-module=agenda][data-running]");
  await page.goto("/agenda");
  await listens.waitFor();
  await page.keyboard.press("ArrowRight");
  await page.waitForURL(/day=/);
  await listens.waitFor();
  await page.keyboard.press("t");
  await page.waitForURL((url) => url.pathname === "/agenda" && url.search === "");

  // Done, and the calendar says so.
  const line = page.locator(".agenda-day li", { hasText: TASK });
  await line.locator('form[action$="/done"] button').click();
  await page.locator(".agenda-day li s", { hasText: TASK }).waitFor();
  const after = await fetch(address, { headers: { "if-none-match": tag } });
  assert.equal(after.status, 200);
  assert.ok((await after.text()).includes("SUMMARY:✓ "));

  // And the address is dead once it is withdrawn.
  await page.goto("/me/calendar");
  await page.locator('form[action="/me/calendar/withdraw"] button').click();
  await page.locator("dialog[role=alertdialog] .button.danger").click();
  // Only whoever has no calendar is asked what a new one should hold; the button alone also
  // stands beside a calendar that lives.
  await page.locator('form.form[action="/me/calendar"]').waitFor();
  assert.equal((await fetch(address)).status, 404);
});
