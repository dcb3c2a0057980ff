import { element } from "../screen/element.ts";
import { say } from "../screen/words.ts";
import { thumbnail } from "../store/record.ts";

/** Addresses of small pictures, made once for the life of the page. */
const addresses = new Map<string, string>();

/** The photos of a fact: from this phone where it took them, else from the server. */
export function pictures(photos: string[]): HTMLElement | null {
  if (photos.length === 0) return null;
  return element(
    "div",
    { class: "pictures" },
    photos.map((sha256, index) => picture(sha256, index + 1)),
  );
}

function picture(sha256: string, number: number): HTMLElement {
  const frame = element("div", { class: "picture" });
  const image = element("img", {
    attributes: { alt: say("photo-number", { number }), loading: "lazy", decoding: "async" },
    on: {
      error: () =>
        frame.replaceChildren(element("span", { class: "soft small", text: say("photo-offline") })),
    },
  });
  frame.append(image);
  const known = addresses.get(sha256);
  if (known !== undefined) image.src = known;
  else void addressOf(sha256).then((address) => (image.src = address));
  return frame;
}

async function addressOf(sha256: string): Promise<string> {
  const kept = await thumbnail(sha256);
  if (kept === null) return `/files/sha256/${sha256}`;
  const address = URL.createObjectURL(kept);
  addresses.set(sha256, address);
  return address;
}
