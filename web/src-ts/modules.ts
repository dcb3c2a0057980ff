// Loads the page modules that a page names: `data-module="check_in"` runs capabilities/*/src/check_in.ts.

import modules from "made:modules";

/** Starts every named module inside `root` that has not been started. */
export function start(root: ParentNode): void {
  for (const element of root.querySelectorAll<HTMLElement>("[data-module]:not([data-started])")) {
    element.dataset.started = "";
    for (const name of (element.dataset.module ?? "").split(" ")) void run(name, element);
  }
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
