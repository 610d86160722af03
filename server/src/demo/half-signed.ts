import type { LocalDate } from "@varde/domain";
import { randomBytes } from "node:crypto";
import type pg from "pg";
import { v7 as uuidv7 } from "uuid";
import { readOwnReturn, saveGrantReturn, signGrantReturn } from "../features/grant-return/index.js";
import { hashSecret } from "../kernel/crypto/sealer.js";
import { openDoor } from "../kernel/db/door.js";
import { runWork } from "../kernel/db/run-work.js";
import type { SeatRow } from "./rows.js";

type Database = { databaseUrl: string; rolePrefix: string; secret: string };
const ACTIVITY = "Nordlystur med lefse og kakao i november, åpen for alle medlemmer. 11 kom, og fire av dem var nye.";

/**
 * A return that waits for its second signature: written and signed by one of the board, by the way the app goes, since the database
 * takes no signature otherwise. The session it is done in is gone after. What lacks something is left as it is.
 */
export async function signHalf(client: pg.Client, database: Database, seat: SeatRow, today: LocalDate): Promise<void> {
  const hash = hashSecret(randomBytes(32).toString("base64url"));
  const soon = new Date(Date.now() + 60_000).toISOString();
  const session = {
    token_hash: `\\x${hash.toString("hex")}`,
    account_id: seat.account_id,
    seat_id: seat.id,
    organization_id: null,
    kind: "SEAT",
    idle_seconds: 60,
    idle_until: soon,
    hard_exp: soon,
    aal: 2,
    stepup_at: new Date().toISOString(),
    created_at: new Date().toISOString(),
  };
  await client.query("select authz.load_rows('session', $1::jsonb)", [JSON.stringify([session])]);
  const app = await openDoor({ ...database, login: "app", poolSize: 1 });
  try {
    await runWork(app, { session: hash.toString("hex"), readOnly: false }, async (work) => {
      const year = Number(today.slice(0, 4)) - 1;
      const key = uuidv7();
      const words = { activity: ACTIVITY, sent: ["PEERS", "PLAN", "BUDGET", "ACCOUNTS"] as const };
      await saveGrantReturn(work, "nb", { key, year, rev: 0, ...words, sent: [...words.sent] });
      const { id, paper, items } = await readOwnReturn(work, year, "nb");
      if (items.some(({ state }) => state === "MISSING")) return;
      await signGrantReturn(work, "nb", { key, id: id!, hash: paper.hash });
    });
  } finally {
    await app.close();
    await client.query("delete from app.session where token_hash = $1", [hash]);
  }
}
