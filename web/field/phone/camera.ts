export type Facing = "user" | "environment";

export interface LiveCamera {
  stream: MediaStream;
  close(): void;
}

/** The live camera; rejects where there is none or the person said no. */
export async function openCamera(facing: Facing): Promise<LiveCamera> {
  const stream = await navigator.mediaDevices.getUserMedia({
    audio: false,
    video: { facingMode: facing, width: { ideal: 1920 }, height: { ideal: 1440 } },
  });
  return {
    stream,
    close() {
      for (const track of stream.getTracks()) track.stop();
    },
  };
}

export function hasLiveCamera(): boolean {
  return navigator.mediaDevices?.getUserMedia !== undefined;
}

/** A picture from a file, turned the right way up. */
export function pictureFrom(file: Blob): Promise<ImageBitmap> {
  return createImageBitmap(file, { imageOrientation: "from-image" });
}
