/** The browser's own offer to put the app on the home screen (Chromium only). */
interface InstallOffer extends Event {
  prompt(): Promise<void>;
  readonly userChoice: Promise<{ outcome: "accepted" | "dismissed" }>;
}

let offer: InstallOffer | null = null;

/** Keeps the offer for later, so that the guide can make it when the person asks. */
export function watchInstallOffer(onChange: () => void): void {
  addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault();
    offer = event as InstallOffer;
    onChange();
  });
  addEventListener("appinstalled", () => {
    offer = null;
    onChange();
  });
}

export function canOfferInstall(): boolean {
  return offer !== null;
}

export async function offerInstall(): Promise<boolean> {
  const kept = offer;
  if (kept === null) return false;
  offer = null;
  await kept.prompt();
  return (await kept.userChoice).outcome === "accepted";
}
