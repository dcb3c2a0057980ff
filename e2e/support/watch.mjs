//! Hears whatever goes wrong behind a page.

/** @typedef {import("playwright-core").BrowserContext} Context */

/**
 * What the console, the scripts and the network complain of, since it was last asked.
 * @param {Context} context
 * @returns {() => string[]}
 */
export function watch(context) {
  /** @type {string[]} */
  let heard = [];
  context.on("console", (message) => {
    if (message.type() === "error") heard.push(`console: ${message.text()}`);
  });
  context.on("weberror", (error) => heard.push(`script: ${error.error().message}`));
  context.on("requestfailed", (request) => {
    const why = request.failure()?.errorText ?? "";
    // Whoever leaves a page ends what it was still listening to.
    if (why !== "net::ERR_ABORTED") heard.push(`${request.url()}: ${why}`);
  });
  context.on("response", (response) => {
    if (response.status() >= 400) heard.push(`${response.url()}: ${response.status()}`);
  });
  return () => {
    const complaints = heard;
    heard = [];
    return complaints;
  };
}
