import { type Facing, type LiveCamera, openCamera } from "../phone/camera.ts";
import { element, icon, show } from "./element.ts";
import { openSheet } from "./sheet.ts";
import { say } from "./words.ts";

/**
 * The picture; `use_files` when the phone's own camera app should do it; `no_camera` when there was none to
 * open; null when the person went back.
 */
export type Taken = ImageBitmap | "use_files" | "no_camera" | null;

/** Shows the live camera until a picture is taken. */
export async function takePhoto(facing: Facing): Promise<Taken> {
  const sheet = openSheet({ title: say("camera-title"), full: true });
  let camera: LiveCamera | null = null;
  let taken: Taken = null;
  const view = element("video", {
    class: facing === "user" ? "viewfinder mirrored" : "viewfinder",
    attributes: {
      autoplay: true,
      playsinline: true,
      muted: true,
      "aria-label": say("camera-view"),
    },
  });
  view.muted = true;

  const shutter = element(
    "button",
    {
      class: "button big",
      attributes: { type: "button", disabled: true },
      on: {
        async click() {
          taken = await createImageBitmap(view);
          sheet.close();
        },
      },
    },
    icon("camera"),
    say("camera-shutter"),
  );
  const fallBack = element("button", {
    class: "button plain wide",
    text: say("camera-use-files"),
    attributes: { type: "button" },
    on: {
      click() {
        taken = "use_files";
        sheet.close();
      },
    },
  });
  show(sheet.body, view);
  show(sheet.foot, shutter, fallBack);

  // The stream may arrive after the person went back; then it must not stay on.
  const left = sheet.closed.then(() => camera?.close());
  openCamera(facing).then(
    (opened) => {
      camera = opened;
      if (!sheet.dialog.open) return opened.close();
      view.srcObject = opened.stream;
      view.addEventListener("loadeddata", () => (shutter.disabled = false), { once: true });
    },
    () => {
      taken ??= "no_camera";
      view.replaceWith(element("p", { class: "camera-missing", text: say("camera-missing") }));
    },
  );
  await left;
  return taken;
}
