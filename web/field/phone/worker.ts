/** Registers the service worker that lets the app open without a network. */

const SCRIPT = "/field/sw.js";

interface ScriptPolicies {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): unknown };
}

export async function registerWorker(): Promise<void> {
  if (navigator.serviceWorker === undefined) return;
  const address = trusted() as string;
  try {
    await navigator.serviceWorker.register(address, { scope: "/field" });
  } catch (error) {
    // Without the header that widens the scope, the worker still keeps everything below /field/.
    if (!(error instanceof DOMException) || error.name !== "SecurityError") throw error;
    await navigator.serviceWorker.register(address);
  }
}

/** Where the browser guards script addresses, this one address is vouched for and no other. */
function trusted(): unknown {
  const { trustedTypes } = globalThis as { trustedTypes?: ScriptPolicies };
  if (trustedTypes === undefined) return SCRIPT;
  const policy = trustedTypes.createPolicy("field-worker", {
    createScriptURL(url) {
      if (url !== SCRIPT)
        throw new TypeError("Only the worker of the field app may be registered.");
      return url;
    },
  });
  return policy.createScriptURL(SCRIPT);
}
