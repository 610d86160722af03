import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Claim, claimFolder, whoIsRunning } from "./running.js";

const isClaim = (answer: object): answer is Claim => "release" in answer;

describe("the claim on a data folder", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "varde-claim-"));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it("is given once, and tells the next where the first serves", async () => {
    const first = await claimFolder(folder);
    if (!isClaim(first)) throw new Error("the folder was free");
    first.announce({ url: "http://localhost:4460", databasePort: 5000 });
    const second = await claimFolder(folder);
    expect(second).toMatchObject({ url: "http://localhost:4460", pid: process.pid });
    await first.release();
    expect(await whoIsRunning(folder)).toBeUndefined();
  });

  it("passes over a note that a killed start left", async () => {
    await writeFile(join(folder, "running.json"), JSON.stringify({ id: "gone", port: 1 }));
    const claim = await claimFolder(folder);
    expect(isClaim(claim)).toBe(true);
    if (isClaim(claim)) await claim.release();
  });
});
