/** Up to four photos, taken now. Asks whether there is room before the camera opens. */

import { type Facing, hasLiveCamera, pictureFrom } from "../phone/camera.ts";
import { type Photo, shrink } from "../phone/shrink.ts";
import { storageRoom } from "../phone/storage.ts";
import type { PhotoError } from "../protocol/event.ts";
import { current } from "../state.ts";
import { takePhoto } from "./camera_sheet.ts";
import { element, icon, show } from "./element.ts";
import { percent } from "./format.ts";
import { say } from "./words.ts";

const MOST_PHOTOS = 4;

export interface PhotoField {
  node: HTMLElement;
  photos: Photo[];
  /** Why there is none; null when there is one. */
  missing(): PhotoError | null;
}

export function photoField(facing: Facing, onChange: () => void = () => {}): PhotoField {
  let reason: PhotoError = "skipped";
  const field: PhotoField = {
    node: element("div", { class: "photos" }),
    photos: [],
    missing: () => (field.photos.length === 0 ? reason : null),
  };
  const problem = element("p", { class: "error", attributes: { role: "alert", hidden: true } });
  const picker = filePicker(facing, (file) => keep(pictureFrom(file)));

  function report(sentence: string | null): void {
    problem.hidden = sentence === null;
    problem.textContent = sentence ?? "";
  }

  async function add(): Promise<void> {
    report(null);
    const room = await storageRoom();
    if (room?.nearlyFull === true) {
      reason = "no_room";
      return report(say("storage-nearly-full", { share: percent(room.used / room.quota) }));
    }
    if (!hasLiveCamera()) return picker.click();
    const taken = await takePhoto(facing);
    if (taken === "use_files") picker.click();
    else if (taken === "no_camera") reason = "no_camera";
    else if (taken !== null) await keep(Promise.resolve(taken));
  }

  async function keep(picture: Promise<ImageBitmap>): Promise<void> {
    try {
      const bitmap = await picture;
      field.photos.push(await shrink(bitmap, current().snapshot?.policy.photo_max_px ?? 1600));
      bitmap.close();
      draw();
      onChange();
    } catch {
      report(say("photo-unreadable"));
    }
  }

  function draw(): void {
    const full = MOST_PHOTOS <= field.photos.length;
    const label = field.photos.length === 0 ? say("photo-take") : say("photo-another");
    show(
      field.node,
      field.photos.map((photo, index) => thumbnail(photo, index, remove)),
      !full &&
        element(
          "button",
          {
            class: "button quiet photo-add",
            key: "photo-add",
            attributes: { type: "button" },
            on: { click: () => void add() },
          },
          icon("camera"),
          label,
        ),
      picker,
      problem,
    );
  }

  function remove(index: number): void {
    field.photos.splice(index, 1);
    draw();
    onChange();
  }

  draw();
  return field;
}

function thumbnail(photo: Photo, index: number, remove: (index: number) => void): HTMLElement {
  const address = URL.createObjectURL(new Blob([photo.thumbnail], { type: "image/jpeg" }));
  const picture = element("img", {
    attributes: { src: address, alt: say("photo-number", { number: index + 1 }) },
  });
  picture.addEventListener("load", () => URL.revokeObjectURL(address));
  const label = say("photo-remove", { number: index + 1 });
  return element(
    "div",
    { class: "photo" },
    picture,
    element(
      "button",
      { attributes: { type: "button", "aria-label": label }, on: { click: () => remove(index) } },
      icon("x"),
    ),
  );
}

function filePicker(facing: Facing, onFile: (file: File) => void): HTMLInputElement {
  const picker = element("input", {
    attributes: {
      type: "file",
      accept: "image/*",
      capture: facing,
      hidden: true,
      "aria-label": say("photo-take"),
    },
  });
  picker.addEventListener("change", () => {
    const file = picker.files?.[0];
    picker.value = "";
    if (file !== undefined) onFile(file);
  });
  return picker;
}
