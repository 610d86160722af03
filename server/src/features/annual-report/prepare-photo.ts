import { createHash } from "node:crypto";
import sharp from "sharp";
import { inTurns } from "../../kernel/live/in-turns.js";

/** Bytes of a photo as it comes. */
export const MOST_PHOTO_BYTES = 20 * 1024 * 1024;
/** Width times height: what is unpacked in memory takes four bytes each. */
const MOST_PIXELS = 50_000_000;
/** The longer side as it is kept. */
const MOST_SIDE = 1600;
const FORMATS: ReadonlySet<string> = new Set(["jpeg", "png", "webp"]);

export type PreparedPhoto = { image: Buffer; hash: Buffer; width: number; height: number };
export type PhotoProblem = "notPhoto" | "tooLarge" | "heic";

// a large photo takes memory: one is unpacked at a time, whoever sends
const inTurn = inTurns(1);

/** By the bytes it begins with: what a file is called, and what it is said to be, says nothing. */
function looksLikePhoto(file: Buffer): boolean {
  const ascii = (start: number, end: number) => file.toString("latin1", start, end);
  return (
    file.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff])) ||
    file.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) ||
    (ascii(0, 4) === "RIFF" && ascii(8, 12) === "WEBP")
  );
}

/** What an iPhone keeps its photos as: a picture, but in a format that is not read here. */
const HEIC = /^ftyp(?:hei[cmsx]|hev[cmsx]|mif1|msf1|avif)$/;

/**
 * A photo made anew: turned as its camera meant, 1600 px at most, JPEG, and with nothing of what a camera or a program wrote beside the
 * picture, so not where it was taken. Only the first picture of one that moves. What is no photo, or is too much of one, is a problem.
 */
export async function preparePhoto(file: Buffer): Promise<PreparedPhoto | PhotoProblem> {
  if (file.length > MOST_PHOTO_BYTES) return "tooLarge";
  if (HEIC.test(file.toString("latin1", 4, 12))) return "heic";
  if (!looksLikePhoto(file)) return "notPhoto";
  return inTurn(async () => {
    try {
      // its size is written at its beginning: a bomb is seen before anything is unpacked
      const { format, width, height } = await sharp(file, { limitInputPixels: false }).metadata();
      if (!FORMATS.has(format)) return "notPhoto";
      if (width * height > MOST_PIXELS) return "tooLarge";
      const { data, info } = await sharp(file, { limitInputPixels: MOST_PIXELS, failOn: "error" })
        .rotate()
        .resize({ width: MOST_SIDE, height: MOST_SIDE, fit: "inside", withoutEnlargement: true })
        .flatten({ background: "#ffffff" })
        .jpeg({ quality: 82 })
        .timeout({ seconds: 20 })
        .toBuffer({ resolveWithObject: true });
      return { image: data, hash: createHash("sha256").update(data).digest(), width: info.width, height: info.height };
    } catch {
      // cut off, broken or made to be: its bytes are not what they say
      return "notPhoto";
    }
  });
}
