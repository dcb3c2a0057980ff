//! The program under test: serving its made-up company, or one that was just founded.

import { execFile, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

/**
 * Somebody of the made-up company who can sign in.
 * @typedef {{ name: string, email: string, role: string }} Person
 */

/**
 * @typedef {object} Program
 * @property {string} address such as `http://127.0.0.1:40123`
 * @property {string} password everybody's
 * @property {Person[]} people
 * @property {Shell} shell
 * @property {() => Promise<void>} stop
 */

/**
 * Runs a command on the same company, and answers what it told.
 * @typedef {(...words: string[]) => Promise<any>} Shell
 */

/**
 * A company of one's own, as somebody has it who just unpacked the program.
 * @typedef {object} Founded
 * @property {string} address
 * @property {string} link by which the administrator comes in
 * @property {Shell} shell
 * @property {() => Promise<void>} stop
 */

const BUILT = fileURLToPath(new URL("../../target/debug/jembatan", import.meta.url));
const PATIENCE_MS = 60_000;

const run = promisify(execFile);

/**
 * Starts the program with its made-up company on a free port.
 * @returns {Promise<Program>}
 */
export async function start() {
  const folder = await home();
  const place = ["--data", folder.path, "--listen", "127.0.0.1:0"];
  const { child, stop, failed } = begin(["demo", "--json", ...place], folder);
  try {
    const told = JSON.parse(await line(child, child.stdout, () => true));
    return { ...told, shell: shellAt(place), stop };
  } catch (cause) {
    throw await failed(cause);
  }
}

/**
 * Founds a company in a folder of its own and serves it.
 * @param {string} company
 * @param {string} admin the address of mail
 * @returns {Promise<Founded>}
 */
export async function found(company, admin) {
  const folder = await home();
  const listen = `127.0.0.1:${await freePort()}`;
  const place = ["--data", folder.path, "--listen", listen];
  const shell = shellAt(place);
  const told = await shell("init", "--company", company, "--admin", admin);

  const { child, stop, failed } = begin(["serve", ...place], folder);
  try {
    await line(child, child.stderr, (it) => it.includes('"message":"serving"'));
  } catch (cause) {
    throw await failed(cause);
  }
  return { address: `http://${listen}`, link: told.invitation_url, shell, stop };
}

/** A folder for the data of one company. */
async function home() {
  const path = await mkdtemp(join(tmpdir(), "jembatan-company-"));
  return { path, remove: () => rm(path, { recursive: true, force: true, maxRetries: 5 }) };
}

/**
 * Commands end with 3 when they did not do all of it, and tell what they did all the same.
 * @param {string[]} place
 * @returns {Shell}
 */
function shellAt(place) {
  return async (...words) => {
    const done = run(program(), [...words, ...place, "--json"]);
    const { stdout } = await done.catch((cause) => {
      if (cause.code === 3) return cause;
      throw cause;
    });
    return JSON.parse(stdout);
  };
}

function program() {
  const path = process.env.JEMBATAN_PROGRAM ?? BUILT;
  if (existsSync(path)) return path;
  throw new Error(`There is no program at ${path}: build it first, with \`cargo build\`.`);
}

/**
 * @param {string[]} words
 * @param {{ remove: () => Promise<void> }} folder gone when the program is
 */
function begin(words, folder) {
  const child = spawn(program(), words, { stdio: ["ignore", "pipe", "pipe"] });
  /** @type {string[]} */
  const log = [];
  createInterface({ input: child.stderr }).on("line", (it) => log.push(it));
  const ended = new Promise((resolve) => child.once("exit", resolve));
  const stop = async () => {
    child.kill("SIGTERM");
    await ended;
    await folder.remove();
  };
  // Whatever ends this process ends the program too.
  process.once("exit", () => child.kill("SIGKILL"));
  const failed = async (/** @type {unknown} */ cause) => {
    await stop();
    return new Error(`The program did not start.\n${log.slice(-20).join("\n")}`, { cause });
  };
  return { child, stop, failed };
}

/**
 * The first line that the program says and that is waited for.
 * @param {import("node:child_process").ChildProcess} child
 * @param {import("node:stream").Readable} output
 * @param {(line: string) => boolean} fits
 * @returns {Promise<string>}
 */
async function line(child, output, fits) {
  const lines = createInterface({ input: output });
  const said = new Promise((resolve) => {
    lines.on("line", (it) => fits(it) && resolve(it));
  });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  const tooLate = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS).unref());
  const first = await Promise.race([said, ended, tooLate]);
  if (typeof first !== "string") throw new Error("it said nothing");
  return first;
}

/**
 * A port that nobody listens to, chosen by the system: links need it before the program serves.
 * @returns {Promise<number>}
 */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      const port = typeof address === "object" && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
