import { spawn } from "node:child_process";
import { chmod, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Cluster, startCluster } from "./cluster.js";
import { ensureDatabase } from "./ensure-database.js";
import { readPostmaster } from "./postmaster.js";

const ask = async (cluster: Cluster, sql: string): Promise<unknown> => {
  const client = new Client({ connectionString: await ensureDatabase(cluster, "prøve") });
  await client.connect();
  try {
    const { rows } = await client.query<{ answer: unknown }>(sql);
    return rows[0]?.answer;
  } finally {
    await client.end();
  }
};

describe("the embedded PostgreSQL", () => {
  let folder: string;
  const start = () =>
    startCluster({
      folder: join(folder, "på plass"),
      password: "hemmelig",
      durable: true,
      hostEnv: {},
      log: () => undefined,
    });

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "varde å "));
    await chmod(folder, 0o711);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it("keeps its data between starts, in a folder with a space and an å", async () => {
    const first = await start();
    await ask(first, "create table kept as select 'blåbær' as word");
    await first.stop();
    const second = await start();
    expect(await ask(second, "select upper(word) as answer from kept")).toBe("BLÅBÆR");
    expect(await ask(second, "select current_setting('fsync') as answer")).toBe("on");
    await second.stop();
    expect(await second.ended).toBeUndefined();
  });

  it("does not let a wrong password in", async () => {
    const cluster = await start();
    const url = new URL(cluster.urlOf("postgres"));
    url.password = "feil";
    const client = new Client({ connectionString: url.toString() });
    await expect(client.connect()).rejects.toMatchObject({ code: "28P01" });
    await cluster.stop();
  });

  it("starts over a postmaster.pid whose number now belongs to somebody else", async () => {
    const cluster = await start();
    const data = join(folder, "på plass", "data");
    const left = await readFile(join(data, "postmaster.pid"), "utf8");
    await cluster.stop();
    const stranger = spawn(process.execPath, ["-e", "process.stdin.resume()"], { stdio: ["pipe", "ignore", "ignore"] });
    await writeFile(join(data, "postmaster.pid"), left.replace(/^\d+/, String(stranger.pid)));
    const again = await start();
    expect((await readPostmaster(data))?.pid).not.toBe(stranger.pid);
    expect(stranger.exitCode).toBeNull();
    await again.stop();
    stranger.kill();
  });
});
