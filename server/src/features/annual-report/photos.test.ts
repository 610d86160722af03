import { request } from "node:http";
import sharp from "sharp";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { testDatabase } from "../../testkit/database.js";
import type { TestDatabase } from "../../testkit/database.js";
import { openSeed, seedFederation } from "../../testkit/seed.js";
import type { Federation, Seed, SeededSeat } from "../../testkit/seed.js";
import { testServer } from "../../testkit/server.js";
import type { TestServer } from "../../testkit/server.js";
import { reportsOf } from "./annual-report.testing.js";
import { MOST_PHOTO_BYTES, preparePhoto } from "./prepare-photo.js";
import type { PreparedPhoto } from "./prepare-photo.js";

let database: TestDatabase, seed: Seed, world: Federation, server: TestServer, reports: ReturnType<typeof reportsOf>;
let id = "";
const YEAR = new Date().getFullYear() - 1;

const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: "#0b5e55" } });
/** as a phone writes it: lying on its side, and with the place it was taken */
const fromPhone = () =>
  picture(60, 40)
    .withExif({
      IFD0: { Make: "Telefon", Artist: "Kari" },
      IFD3: { GPSLatitudeRef: "N", GPSLatitude: "59/1 50/1 0/1", GPSLongitudeRef: "E", GPSLongitude: "10/1 26/1 0/1" },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();

beforeAll(async () => {
  database = await testDatabase();
  seed = await openSeed(database);
  world = await seedFederation(seed);
  server = await testServer(database);
  reports = reportsOf(server);
});
afterAll(async () => {
  await server.stop();
  await seed.close();
  await database.drop();
});
beforeEach(async () => {
  for (const table of ["photo", "version", "section"])
    await seed.client.query(`delete from app.annual_report_${table}`);
  await seed.client.query("delete from app.annual_report");
  id = (await reports.start(world.board, { year: YEAR })).report!.id;
});

const headersOf = (seat: Pick<SeededSeat, "secret"> | null, photoId = uuidv7()): Record<string, string> => ({
  "content-type": "application/octet-stream",
  "x-varde-photo": photoId,
  "x-varde-report": id,
  "x-varde-consent": "yes",
  "x-varde-minors": "NONE",
  ...(seat && { cookie: `__Host-s=${seat.secret}` }),
});
type Sent = { status: number; problems?: { code: string; path: string[]; message: string }[] };
async function send(
  seat: Pick<SeededSeat, "secret"> | null,
  file: Buffer,
  photoId = uuidv7(),
  headers: Record<string, string | undefined> = {},
): Promise<Sent> {
  const all: Record<string, string | undefined> = { ...headersOf(seat, photoId), ...headers };
  const response = await fetch(`${server.url}/report/photo`, {
    method: "POST",
    headers: Object.fromEntries(Object.entries(all).filter((one): one is [string, string] => one[1] !== undefined)),
    body: new Uint8Array(file),
  });
  return { status: response.status, ...((await response.json()) as object) };
}
const get = (seat: Pick<SeededSeat, "secret"> | null, photoId: string, headers: Record<string, string> = {}) =>
  fetch(`${server.url}/report/photo/${photoId}`, {
    headers: { ...(seat && { cookie: `__Host-s=${seat.secret}` }), ...headers },
  });
const small = () => picture(30, 20).png().toBuffer();

describe("a photo", () => {
  test("is turned, made small, and tells nothing but what it shows", async () => {
    const before = await fromPhone();
    expect((await sharp(before).metadata()).exif!.toString("latin1")).toContain("Kari");
    const made = (await preparePhoto(before)) as PreparedPhoto;
    const after = await sharp(made.image).metadata();
    expect([made.width, made.height, after.format]).toEqual([40, 60, "jpeg"]);
    expect([after.exif, after.icc, after.xmp, after.iptc, after.orientation]).toEqual(
      Array.from({ length: 5 }, () => undefined),
    );
    expect(made.image.toString("latin1")).not.toMatch(/Kari|Telefon|GPS|Exif/);
    const large = (await preparePhoto(await picture(4000, 3000).webp().toBuffer())) as PreparedPhoto;
    expect([large.width, large.height]).toEqual([1600, 1200]);
  });

  test("that can be seen through is on white", async () => {
    const clear = sharp({ create: { width: 9, height: 9, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } });
    const made = (await preparePhoto(await clear.png().toBuffer())) as PreparedPhoto;
    const { channels } = await sharp(made.image).stats();
    expect(channels.map(({ min }) => min)).toEqual([255, 255, 255]);
  });

  test.each([
    ["a text", () => Buffer.from("hei"), "notPhoto"],
    ["an SVG", () => Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>`), "notPhoto"],
    ["a GIF", () => picture(9, 9).gif().toBuffer(), "notPhoto"],
    ["a TIFF", () => picture(9, 9).tiff().toBuffer(), "notPhoto"],
    [
      "HTML that begins as a JPEG",
      () => Buffer.from("\u00ff\u00d8\u00ff<script>alert(1)</script>", "latin1"),
      "notPhoto",
    ],
    [
      "one that is cut off",
      async () => (await picture(900, 900).png({ compressionLevel: 0 }).toBuffer()).subarray(0, 4000),
      "notPhoto",
    ],
    ["a photo as an iPhone keeps it", () => Buffer.from("\0\0\0\u0018ftypheic\0\0\0\0mif1heic", "latin1"), "heic"],
    ["a film", () => Buffer.from("\0\0\0\u0018ftypmp42\0\0\0\0mp42isom", "latin1"), "notPhoto"],
    ["a bomb", () => picture(9000, 9000).png().toBuffer(), "tooLarge"],
    ["too many bytes", () => Buffer.alloc(MOST_PHOTO_BYTES + 1, 0xff), "tooLarge"],
  ] as const)("is refused as %s", async (_what, make, problem) => {
    expect(await preparePhoto(await make())).toBe(problem);
  });

  test("that hides another file behind its end keeps only the picture", async () => {
    const both = Buffer.concat([await small(), Buffer.from("PK\u0003\u0004 hemmelig")]);
    const made = (await preparePhoto(both)) as PreparedPhoto;
    expect(made.image.toString("latin1")).not.toContain("hemmelig");
  });
});

describe("sending one", () => {
  test("keeps it with who said yes and when; the same again is one", async () => {
    const photoId = uuidv7();
    const file = await fromPhone();
    for (let i = 0; i < 2; i++) expect(await send(world.board, file, photoId)).toEqual({ status: 200, problems: [] });
    const { rows } = await seed.client.query(
      "select consented_by, consented_on = authz.today() as today, minors, published from app.annual_report_photo",
    );
    expect(rows).toEqual([{ consented_by: world.board.seatId, today: true, minors: "NONE", published: false }]);
  });

  test("asks for a yes from everybody, and for an answer about those under 15", async () => {
    const none = await send(world.board, await small(), uuidv7(), { "x-varde-consent": undefined });
    expect(none.problems!.map(({ path }) => path)).toEqual([["consent"]]);
    expect((await send(world.board, await small(), uuidv7(), { "x-varde-minors": "MAYBE" })).status).toBe(400);
    expect((await reports.read(world.board, YEAR))!.photos).toEqual([]);
  });

  test("has room for twelve, also for two at once", async () => {
    const file = await small();
    for (let i = 0; i < 11; i++) await send(world.board, file);
    const last = await Promise.all([send(world.board, file), send(world.leader, file)]);
    expect(last.flatMap(({ problems }) => problems!.map(({ code }) => code))).toEqual(["INVALID"]);
    expect((await reports.read(world.board, YEAR))!.photos).toHaveLength(12);
  });

  test("is not kept waiting by those who send slowly", async () => {
    const file = await fromPhone();
    const slow = Array.from({ length: 8 }, () => {
      const sent = request(`${server.url}/report/photo`, { method: "POST", headers: headersOf(world.leader) });
      sent.on("error", () => {});
      sent.setHeader("content-length", file.length);
      sent.write(file.subarray(0, 10));
      return sent;
    });
    // they have come as far as to be waited for
    await vi.waitFor(() => expect(slow.every(({ socket }) => socket?.bytesWritten)).toBe(true));
    expect(await send(world.board, file)).toEqual({ status: 200, problems: [] });
    for (const one of slow) one.destroy();
  });

  test("is refused with a sentence when it is no photo", async () => {
    const sent = await send(world.board, Buffer.from("MZ"));
    expect(sent.problems![0]!.message).toContain("JPEG, PNG eller WebP");
    expect((await send(world.board, Buffer.alloc(MOST_PHOTO_BYTES + 10, 1))).problems![0]!.message).toContain("20 MB");
  });

  test("is for our own page and the own board", async () => {
    const file = await small();
    expect((await send(null, file)).status).toBe(401);
    expect((await send(world.board, file, uuidv7(), { "sec-fetch-site": "cross-site" })).status).toBe(403);
    expect((await send(world.board, file, uuidv7(), { "content-type": "image/png" })).status).toBe(415);
    expect((await send(world.board, file, "../../etc")).status).toBe(400);
    for (const seat of [world.siblingLeader, world.foreignLeader]) expect((await send(seat, file)).status).toBe(404);
    for (const seat of [world.coordinator, world.admin, world.mentor, world.expired])
      expect((await send(seat, file)).status).toBe(403);
    expect((await reports.read(world.board, YEAR))!.photos).toEqual([]);
  });

  test("is over when the report is finished", async () => {
    await reports.finish(world.board, { id, rev: 1 });
    expect((await send(world.board, await small())).problems!.map(({ code }) => code)).toEqual(["LOCKED"]);
  });
});

describe("a photo that is kept", () => {
  const kept = async (): Promise<string> => {
    const photoId = uuidv7();
    await send(world.board, await small(), photoId);
    return photoId;
  };
  const finished = async (photoId: string) => {
    await reports.describe(world.board, { id: photoId, rev: 1, alt: "Bålet" });
    expect((await reports.finish(world.board, { id, rev: 1 })).problems).toEqual([]);
  };

  test("is served as what it is, and kept by nobody on the way", async () => {
    const answer = await get(world.leader, await kept());
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toBe("image/jpeg");
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    expect(answer.headers.get("cross-origin-resource-policy")).toBe("same-origin");
    expect((await sharp(Buffer.from(await answer.arrayBuffer())).metadata()).format).toBe("jpeg");
  });

  test("is seen by the own board, and above when the report is finished", async () => {
    const photoId = await kept();
    const status = async (seat: SeededSeat | null) => (await get(seat, photoId)).status;
    const others = [world.siblingLeader, world.farCoordinator, world.foreignAdmin, world.foreignLeader];
    expect(await Promise.all([world.coordinator, world.admin, world.mentor, ...others].map(status))).toEqual(
      Array.from({ length: 7 }, () => 404),
    );
    expect([await status(null), await status(world.expired)]).toEqual([401, 403]);
    expect((await get(world.leader, photoId, { "sec-fetch-site": "cross-site" })).status).toBe(403);
    expect((await get(world.leader, "1 or 1=1")).status).toBe(404);
    await finished(photoId);
    expect(await Promise.all([world.coordinator, world.admin, world.mentor].map(status))).toEqual([200, 200, 200]);
    expect(await Promise.all(others.map(status))).toEqual([404, 404, 404, 404]);
  });

  test("needs words before the report is finished", async () => {
    const photoId = await kept();
    const refused = await reports.finish(world.board, { id, rev: 1 });
    expect(refused.problems.map(({ path }) => path)).toEqual([["photos"]]);
    // nothing of the refusal stands: nobody above sees it
    expect((await get(world.admin, photoId)).status).toBe(404);
    expect((await reports.describe(world.board, { id: photoId, rev: 7, alt: "x" })).problems[0]!.code).toBe("CONFLICT");
    await finished(photoId);
    expect((await reports.describe(world.board, { id: photoId, rev: 2, alt: "x" })).problems[0]!.code).toBe("LOCKED");
  });

  test("is taken away at any time, also from what is finished and from its file", async () => {
    const photoId = await kept();
    await finished(photoId);
    const size = async () =>
      (await reports.file(world.admin, YEAR, "PUBLIC", "PDF", world.chapters.own)).annualReportFile.data.length;
    const before = await size();
    const document = `mutation ($input: DeleteReportPhotoInput!) { deleteReportPhoto(input: $input) { problems { code } } }`;
    expect(await server.code(world.siblingLeader, document, { input: { key: uuidv7(), id: photoId } })).toBe(
      "NOT_FOUND",
    );
    expect((await reports.remove(world.leader, photoId)).problems).toEqual([]);
    expect((await get(world.leader, photoId)).status).toBe(404);
    expect(await size()).toBeLessThan(before);
    expect((await seed.client.query("select 1 from app.annual_report_photo")).rowCount).toBe(0);
  });
});
