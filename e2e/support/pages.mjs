//! Every page of the program, taken from the table of who gets what from which address.

import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { ask, askAll, personId, today } from "./api.mjs";

/** @typedef {import("playwright-core").Page} Page */
/** @typedef {Record<string, string | undefined>} Parts what the braces in addresses stand for */

const TABLE = fileURLToPath(new URL("../../app/tests/access.txt", import.meta.url));

/** Answers that nobody looks at in a browser: for programs, files, streams, and parts of pages. */
const NO_PAGES = [
  /^\/api\//,
  /^\/files\//,
  /\.(csv|vcf|xlsx|pdf)(\?|$)/,
  /\/errors\//,
  /\/live$/,
  /\/cards$/,
  /\/offers\b/,
  /\/(download|picture)$/,
  /^\/calendar\//,
];
/** One page with many screens, which its own script draws. */
const FIELD_APP = "/field/{*path}";

/**
 * The pages that this person may open, as the program knows their addresses.
 * @param {string} who such as `ayu`
 * @returns {Promise<string[]>}
 */
export async function pagesOf(who) {
  const lines = (await readFile(TABLE, "utf8")).split("\n");
  const head = lines.find((line) => line.trimEnd().endsWith("nobody"));
  const column = head?.trim().split(/\s+/).indexOf(who) ?? -1;
  if (column < 0) throw new Error(`${who} is not in the table`);
  const pages = lines.flatMap((line) => {
    const [method, address = "", ...answers] = line.trim().split(/\s+/);
    const opens = method === "GET" && /^200\*?$/.test(answers[column] ?? "");
    return opens && !NO_PAGES.some((it) => it.test(address)) ? [address] : [];
  });
  if (pages.length < 10) throw new Error(`the table has only ${pages.length} pages for ${who}`);
  return pages;
}

/**
 * Where a page is found.
 * @param {string} address
 * @param {Parts} parts
 * @returns {string[]} several for the field app, none when the company has nothing of the kind
 */
export function placesOf(address, parts) {
  if (address === FIELD_APP) {
    const screens = ["clients", `clients/${parts.account}`, "record", "outbox", "phone"];
    return screens.map((screen) => `/field/${screen}`);
  }
  return [
    address.replaceAll(/\{(\w+)\}/g, (_, part) => {
      const value = parts[part];
      if (value === undefined) throw new Error(`Nothing is known for {${part}} in ${address}.`);
      return value;
    }),
  ];
}

/**
 * A client of Ayu's with all that belongs to it, and what else addresses ask for.
 * @param {Page} page an administrator's
 * @param {Page} ayu Ayu's
 * @param {string} link an invitation's
 * @returns {Promise<Parts>}
 */
export async function partsOf(page, ayu, link) {
  const person = await personId(page, "Ayu");
  const visits = await askAll(page, `/visits?person_id=${person}&state=done`);
  const visit = visits[0];
  const tasks = await askAll(page, "/tasks");
  const own = tasks.filter((it) => it.owner_id === person && it.account_id !== null);
  const { task, activities } = await withActivities(page, own);
  const account = await ask(page, `/accounts/${visit.account_id}`);
  const { items: contacts } = await ask(page, `/contacts?account_id=${account.id}`);
  const { items: teams } = await ask(page, "/teams");
  const { items: runs } = await ask(page, "/imports");
  const { items: deals } = await ask(page, `/opportunities?owner_id=${person}&kind=open`);
  const { items: fields } = await ask(page, "/custom-fields");
  const { items: problems } = await ask(page, "/invoice-problems");
  const { items: templates } = await ask(page, "/task-templates");
  const prospects = await askAll(page, "/prospects");
  const rules = await ask(page, "/prospects/rules");
  const { items: moves } = await ask(page, "/book-moves");
  const { items: packs } = await ask(page, "/handovers");
  const shared = await makeLink(page, account.id);
  return {
    person,
    day: visit.day,
    visit: visit.id,
    task: task.id,
    note: activities[0].id,
    account: account.id,
    address: account.addresses[0].id,
    contact: contacts[0].id,
    team: teams[0].id,
    run: runs[0].id,
    report: "sales-progress",
    opportunity: deals[0].id,
    prospect: prospects.find((it) => it.owner_id === person && it.status === "qualified").id,
    waiting: prospects.find((it) => it.owner_id === null).id,
    converted: prospects.find((it) => it.status === "converted").id,
    rule: rules[0].id,
    checklist: "standard",
    starter: "fmcg",
    attachment: await attach(page, account.id),
    problem: problems[0].id,
    invoice: problems[0].invoice_id,
    kept: await keep(page, false),
    copy: await keep(page, true),
    view: await make(page, "views", { list: "accounts", name: "Tier A", question: "tier=A" }),
    forecast: await make(ayu, "forecasts", { period: quarter(), scope: "own" }),
    move: moves[0].id,
    pack: packs[0].id,
    field: fields[0].id,
    template: templates[0].id,
    link: new URL(link).pathname.split("/").at(-1),
    shared: shared.id,
    secret: new URL(shared.url).pathname.split("/").at(-1),
  };
}

/** The quarter that today is in, `2026-q4`. */
function quarter() {
  const [year, month] = today().split("-");
  return `${year}-q${Math.ceil(Number(month) / 3)}`;
}

/**
 * The first of these tasks whose client somebody has spoken with: a new one may have none yet.
 * @param {Page} page
 * @param {any[]} tasks
 * @returns {Promise<{ task: any, activities: any[] }>}
 */
async function withActivities(page, tasks) {
  for (const task of tasks) {
    const { items } = await ask(page, `/accounts/${task.account_id}/activities`);
    if (items.length > 0) return { task, activities: items };
  }
  throw new Error("nobody has spoken with a client for whom there is something to do");
}

/**
 * A link to this client's statement.
 * @param {Page} page
 * @param {string} account
 * @returns {Promise<{ id: string, url: string }>}
 */
async function makeLink(page, account) {
  return await page.evaluate(async (address) => {
    const headers = { "content-type": "application/json" };
    const response = await fetch(address, { method: "POST", headers, body: "{}" });
    return await response.json();
  }, `/api/v1/accounts/${account}/statement-links`);
}

/**
 * Keeps the report of sales progress for whoever is signed in.
 * @param {Page} page
 * @param {boolean} frozen a copy of its answer instead of its question
 * @returns {Promise<string>} the id
 */
async function keep(page, frozen) {
  const name = frozen ? "Salinan" : "Pertanyaan";
  return await make(page, "kept-reports", { report: "sales-progress", name, frozen });
}

/**
 * Keeps a small picture with a client.
 * @param {Page} page
 * @param {string} account
 * @returns {Promise<string>} the id
 */
async function attach(page, account) {
  const { status, body } = await page.evaluate(async (address) => {
    const canvas = document.createElement("canvas");
    canvas.width = 640;
    canvas.height = 400;
    const pen = canvas.getContext("2d");
    pen?.fillText("Rak depan", 40, 40);
    const png = await new Promise((resolve) => canvas.toBlob(resolve));
    const form = new FormData();
    form.append("files", png, "rak depan.png");
    const response = await fetch(address, { method: "POST", body: form });
    return { status: response.status, body: await response.text() };
  }, `/api/v1/accounts/${account}/attachments`);
  if (status !== 200 && status !== 201) throw new Error(`not attached, ${status}: ${body}`);
  return JSON.parse(body).items[0].id;
}

/**
 * Makes something by the API, for whoever is signed in.
 * @param {Page} page
 * @param {string} what
 * @param {object} wish
 * @returns {Promise<string>} the id
 */
async function make(page, what, wish) {
  const { status, body } = await page.evaluate(
    async ([address, json]) => {
      const headers = { "content-type": "application/json" };
      const response = await fetch(address ?? "", { method: "POST", headers, body: json ?? "" });
      return { status: response.status, body: await response.text() };
    },
    [`/api/v1/${what}`, JSON.stringify(wish)],
  );
  if (status !== 201) throw new Error(`${what} was not made, ${status}: ${body}`);
  return JSON.parse(body).id;
}
