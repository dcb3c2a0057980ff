import { element } from "../screen/element.ts";
import { say } from "../screen/words.ts";
import { thumbnail } from "../store/record.ts";

/** The photos of a fact: from this phone where it took them, else from the server. */
export function pictures(photos: string[]): HTMLElement | null {
  if (photos.length === 0) return null;
  return element("div", { class: "pictures" }, photos.map((sha256, index) => picture(sha256, index + 1)));
}

function picture(sha256: string, number: number): HTMLElement {
  const frame = element("div", { class: "picture" });
  const image = element("img", {
    attributes: { alt: say("photo-number", { number }), loading: "lazy", decoding: "async" },
    on: { error: () => frame.replaceChildren(element("span", { class: "soft small", text: say("photo-offline") })) },
  });
  frame.append(image);
  void thumbnail(sha256).then((kept) => {
    if (kept === null) {
      image.src = `/files/sha256/${sha256}`;
      return;
    }
    const address = URL.createObjectURL(kept);
    image.addEventListener("load", () => URL.revokeObjectURL(address), { once: true });
    image.src = address;
  });
  return frame;
}
