//! The files of another system become records, from the browser alone.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { axe } from "./support/axe.mjs";
import { journey } from "./support/journey.mjs";
import { signIn } from "./support/person.mjs";

/** @typedef {import("playwright-core").Page} Page */
/** @typedef {{ name: string, mimeType: string, buffer: Buffer }} Sent */

const DATA = new URL("../testdata/crm-sales-opportunities/", import.meta.url);
const FILES = ["accounts.csv", "products.csv", "sales_teams.csv", "sales_pipeline.csv"];

/**
 * @param {Page} page
 * @param {string | string[] | Sent} files
 * @param {RegExp} next where the files lead to
 */
async function upload(page, files, next = /\/map$/) {
  await page.goto("/settings/imports/new");
  await page.locator("input[type=file]").setInputFiles(files);
  await page.getByRole("button", { name: "Unggah" }).click();
  await page.waitForURL(next);
}

/** @param {Page} page */
async function checkAndRun(page) {
  await page.getByRole("button", { name: "Periksa hasilnya" }).click();
  await page.waitForURL(/\/check$/);
  await axe(page);
  await page.getByRole("button", { name: /^Impor / }).click();
  await page.getByRole("button", { name: "Batalkan impor" }).waitFor({ timeout: 120_000 });
}

/**
 * @param {Page} page
 * @param {string} kind
 */
async function row(page, kind) {
  const cells = page.getByRole("row", { name: new RegExp(`^${kind} `) }).first();
  const words = await cells.locator("th, td").allTextContents();
  return words.map((it) => it.trim()).join(" ");
}

journey("the files of a seller become records, and go again", async ({ program, desk }) => {
  const page = await (await desk()).newPage();
  await signIn(page, program, "Sri");

  await upload(
    page,
    FILES.map((name) => fileURLToPath(new URL(name, DATA))),
  );
  await axe(page);
  await checkAndRun(page);

  assert.match(await row(page, "Klien"), / 85 /);
  assert.match(await row(page, "Produk"), / 7 /);
  assert.match(await row(page, "Orang"), / 41 /);
  assert.match(await row(page, "Peluang"), /8\.800/);
});

journey("an archive of days becomes a ledger, and goes again", async ({ program, desk }) => {
  const page = await (await desk()).newPage();
  await signIn(page, program, "Sri");
  const days = new URL("../testdata/online-retail/few-days.zip", import.meta.url);

  await upload(page, fileURLToPath(days), /\/check$/);
  await axe(page);
  await page.getByText("menarik satu baris faktur 543813").first().waitFor();
  await page.getByRole("link", { name: "Petakan" }).first().click();
  await page.waitForURL(/\/map$/);
  await page.getByText("CustomerID").waitFor();
  await axe(page);
  await page.getByRole("link", { name: "Periksa hasilnya" }).click();
  await page.waitForURL(/\/check$/);
  await page.getByRole("button", { name: "Impor 1.194 baris" }).click();
  await page.getByRole("button", { name: "Batalkan impor" }).waitFor({ timeout: 120_000 });
  await axe(page);

  assert.match(await row(page, "Hari transaksi"), / 3 /);
  assert.match(await row(page, "Klien"), / 49 /);
  await page.getByText("GBP 15,127.08").waitFor();
  await page.getByRole("button", { name: "Batalkan impor" }).click();
  await page.locator("dialog[open] button:not(.quiet)").click();
  await page.getByText("Impor sedang dibatalkan").waitFor();
});

journey("a broken row is mended from the file of rejected rows", async ({ program, desk }) => {
  const page = await (await desk()).newPage();
  await signIn(page, program, "Sri");
  const rows = "Nama;Telepon\nHotel Senja;021-555-0107\nHotel Rusak;telepon\n";

  await upload(page, { name: "klien.csv", mimeType: "text/csv", buffer: Buffer.from(rows) });
  await checkAndRun(page);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Unduh baris yang ditolak" }).click(),
  ]);
  const rejected = await readFile(await download.path(), "utf8");
  const mended = rejected.replace(";telepon;", ";0812 3456 7890;");
  await upload(page, { name: "lagi.csv", mimeType: "text/csv", buffer: Buffer.from(mended) });
  await checkAndRun(page);

  assert.match(await row(page, "Klien"), /^Klien 1 /);
  await page.getByRole("button", { name: "Batalkan impor" }).click();
  await page.locator("dialog[open] button:not(.quiet)").click();
  await page.getByText("Impor sedang dibatalkan").waitFor();
});

journey("rows that are all rejected are mended in their file", async ({ program, desk }) => {
  const page = await (await desk()).newPage();
  await signIn(page, program, "Sri");
  const buffer = Buffer.from("Nama;Telepon\nHotel Kabut;telepon\nHotel Embun;nomor\n");

  await upload(page, { name: "klien.csv", mimeType: "text/csv", buffer });
  await page.getByRole("button", { name: "Periksa hasilnya" }).click();
  await page.waitForURL(/\/check$/);
  await axe(page);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Unduh baris yang ditolak" }).click(),
  ]);
  const rejected = await readFile(await download.path(), "utf8");
  const mended = rejected.replace(";telepon;", ";0812 3456 7891;").replace(";nomor;", ";;");
  await upload(page, { name: "lagi.csv", mimeType: "text/csv", buffer: Buffer.from(mended) });
  await checkAndRun(page);

  assert.match(await row(page, "Klien"), /^Klien 2 /);
});

journey("the table of an accounting program becomes documents", async ({ program, desk }) => {
  const page = await (await desk()).newPage();
  await signIn(page, program, "Sri");
  const rows = [
    "No. Faktur;Tgl Faktur;Pelanggan;Nama Barang;Kuantitas;Harga Satuan;PPN;Nilai Faktur",
    "FK-9001;2026-11-02;Apotek Sumber Waras;Rak;2;100000;22000;333000",
    "FK-9001;2026-11-02;Apotek Sumber Waras;Meja;1;100000;11000;333000",
    "FK-9002;2026-11-03;Apotek Sumber Waras;Meja;1;100000;11000;110000",
  ].join("\n");
  const buffer = Buffer.from(rows);

  await upload(page, { name: "faktur.csv", mimeType: "text/csv", buffer });
  await page.getByRole("button", { name: "Periksa hasilnya" }).click();
  await page.waitForURL(/\/check$/);
  await page.getByText("1 baris akan ditolak").waitFor();
  await axe(page);
  await page.getByRole("button", { name: /^Impor / }).click();
  await page.getByRole("button", { name: "Batalkan impor" }).waitFor({ timeout: 120_000 });

  assert.match(await row(page, "Faktur dan nota kredit"), / 1 /);
  await page.goto("/transactions?q=FK-900");
  await page.getByText("Rp333.000").first().waitFor();
  assert.equal(await page.getByText("FK-9002").count(), 0);
});
