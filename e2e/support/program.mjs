//! The program under test, serving its made-up company.

import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

/**
 * Somebody of the made-up company who can sign in.
 * @typedef {{ name: string, email: string, role: string }} Person
 */

/**
 * @typedef {object} Program
 * @property {string} address such as `http://127.0.0.1:40123`
 * @property {string} password everybody's
 * @property {Person[]} people
 * @property {() => Promise<void>} stop
 */

const BUILT = fileURLToPath(new URL("../../target/debug/jembatan", import.meta.url));
const PATIENCE_MS = 60_000;

/**
 * Starts the program with a fresh company on a free port.
 * @returns {Promise<Program>}
 */
export async function start() {
  const path = process.env.JEMBATAN_PROGRAM ?? BUILT;
  if (!existsSync(path)) {
    throw new Error(`There is no program at ${path}: build it first, with \`cargo build\`.`);
  }
  const child = spawn(path, ["demo", "--listen", "127.0.0.1:0", "--json"], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  /** @type {string[]} */
  const log = [];
  createInterface({ input: child.stderr }).on("line", (line) => log.push(line));

  const ended = new Promise((resolve) => child.once("exit", resolve));
  const stop = async () => {
    child.kill("SIGTERM");
    await ended;
  };
  // Whatever ends this process ends the program too.
  process.once("exit", () => child.kill("SIGKILL"));

  try {
    return { ...(await firstLine(child, ended)), stop };
  } catch (cause) {
    await stop();
    throw new Error(`The program did not start.\n${log.slice(-20).join("\n")}`, { cause });
  }
}

/**
 * The one line that the program prints when it is ready.
 * @param {import("node:child_process").ChildProcess} child
 * @param {Promise<unknown>} ended
 * @returns {Promise<{ address: string, password: string, people: Person[] }>}
 */
async function firstLine(child, ended) {
  if (!child.stdout) throw new Error("no output");
  const lines = createInterface({ input: child.stdout });
  const line = new Promise((resolve) => lines.once("line", resolve));
  const tooLate = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS).unref());
  const first = await Promise.race([line, ended, tooLate]);
  if (typeof first !== "string") throw new Error("it said nothing");
  return JSON.parse(first);
}
