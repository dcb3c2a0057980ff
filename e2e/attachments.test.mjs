//! Files are kept with a client, found again, and taken away with a way back.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { askAll } from "./support/api.mjs";
import { axe } from "./support/axe.mjs";
import { journey } from "./support/journey.mjs";
import { signIn } from "./support/person.mjs";
import { pictures } from "./support/picture.mjs";

const PDF = Buffer.from("%PDF-1.7\n% Penawaran\n%%EOF\n");

journey("files are chosen and dropped, saved again, and put back", async ({ program, desk }) => {
  const page = await (await desk({ language: "en" })).newPage();
  await signIn(page, program, "Ayu");
  const [client] = await askAll(page, "/accounts");
  await page.goto(`/accounts/${client.id}/attachments`);
  await axe(page);

  await page.getByLabel("Choose files, or drop them here").setInputFiles([
    { name: "penawaran.pdf", mimeType: "application/pdf", buffer: PDF },
    { name: "logo.svg", mimeType: "image/svg+xml", buffer: Buffer.from("<svg/>") },
  ]);
  const uploads = page.locator("[data-uploads]");
  await uploads.getByText("Web pages and SVG can execute commands").waitFor();
  await uploads.getByText("Kept", { exact: true }).waitFor();
  const list = page.locator("#attachments");
  await list.getByRole("link", { name: "penawaran.pdf", exact: true }).waitFor();
  await axe(page);
  await pictures(page, "attachments");

  await page.locator("form.drop").evaluate((form) => {
    const data = new DataTransfer();
    data.items.add(new File(["Rak ketiga"], "catatan.txt"));
    form.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true }));
  });
  await list.getByRole("link", { name: "catatan.txt", exact: true }).waitFor();

  const saving = page.waitForEvent("download");
  await list.getByRole("link", { name: "Download: penawaran.pdf" }).click();
  const saved = await saving;
  assert.equal(saved.suggestedFilename(), "penawaran.pdf");
  assert.deepEqual(await readFile(await saved.path()), PDF);

  await list.getByRole("link", { name: "penawaran.pdf", exact: true }).click();
  await axe(page);
  await page.getByLabel("Name").fill("Penawaran 2026");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByRole("heading", { name: "Penawaran 2026.pdf" }).waitFor();
  await page.getByRole("button", { name: "Delete attachment" }).click();
  await page.getByRole("button", { name: "Undo" }).click();
  await list.getByRole("link", { name: "Penawaran 2026.pdf", exact: true }).waitFor();

  await page.goto(`/accounts/${client.id}`);
  await page.getByText("Attachment added: catatan.txt").waitFor();
  await axe(page);
});
