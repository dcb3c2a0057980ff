// Loads the page modules that a page names: `data-module="check_in"` runs capabilities/*/src/check_in.ts.

import modules from "made:modules";

/** Starts every named module inside `root` that has not been started; `data-running` once it listens. */
export function start(root: ParentNode): void {
  for (const element of root.querySelectorAll<HTMLElement>("[data-module]:not([data-started])")) {
    element.dataset.started = "";
    void runAll((element.dataset.module ?? "").split(" "), element);
  }
}

async function runAll(names: string[], element: HTMLElement): Promise<void> {
  await Promise.all(names.map((name) => run(name, element)));
  element.dataset.running = "";
}

async function run(name: string, element: HTMLElement): Promise<void> {
  const load = modules[name];
  if (load === undefined) {
    console.error(`no page module is called ${name}`);
    return;
  }
  const module = await load();
  module.default(element);
}
