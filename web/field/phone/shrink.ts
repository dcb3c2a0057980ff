import { sha256Hex } from "./digest.ts";

/** A photo ready to be stored: small enough to send over a slow line, with a thumbnail to keep. */
export interface Photo {
  sha256: string;
  bytes: ArrayBuffer;
  thumbnail: ArrayBuffer;
}

const QUALITY = 0.8;
const THUMBNAIL_PX = 320;
const THUMBNAIL_QUALITY = 0.6;

/** Draws the picture anew at most `maxPx` long; nothing but the pixels survives, no place and no camera name. */
export async function shrink(
  source: ImageBitmap | HTMLVideoElement,
  maxPx: number,
): Promise<Photo> {
  const bytes = await draw(source, maxPx, QUALITY);
  const thumbnail = await draw(source, THUMBNAIL_PX, THUMBNAIL_QUALITY);
  return { sha256: await sha256Hex(bytes), bytes, thumbnail };
}

async function draw(
  source: ImageBitmap | HTMLVideoElement,
  maxPx: number,
  quality: number,
): Promise<ArrayBuffer> {
  const [width, height] =
    source instanceof HTMLVideoElement
      ? [source.videoWidth, source.videoHeight]
      : [source.width, source.height];
  const scale = Math.min(1, maxPx / Math.max(width, height, 1));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  const brush = canvas.getContext("2d");
  if (brush === null) throw new Error("no canvas");
  brush.drawImage(source, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) =>
    canvas.toBlob(resolve, "image/jpeg", quality),
  );
  if (blob === null) throw new Error("no picture");
  return blob.arrayBuffer();
}
