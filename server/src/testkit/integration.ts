import { randomBytes } from "node:crypto";
import { v7 as uuidv7 } from "uuid";
import { hashSecret } from "../kernel/crypto/sealer.js";
import { tokenOf } from "../features/integrations/token.js";
import type { Seed, SeededSeat } from "./seed.js";
import type { Answer, TestServer } from "./server.js";

/** A token of a seat, with every scope unless said otherwise, and what is sent in the header. */
export async function seedToken(
  seed: Seed,
  owner: Pick<SeededSeat, "organizationId" | "seatId">,
  over: Record<string, unknown> = {},
): Promise<{ id: string; token: string }> {
  const id = uuidv7();
  const token = tokenOf(randomBytes(32).toString("hex"), id);
  await seed.rows("integration_token", {
    organization_id: owner.organizationId,
    id,
    name: "Regnskap",
    seat_id: owner.seatId,
    unit_kind: "ORGANIZATION",
    scopes: ["DUTIES", "NUMBERS", "STRUCTURE"],
    token_hash: hashSecret(token),
    expires_at: new Date(Date.now() + 30 * 86_400_000),
    ...over,
  });
  return { id, token };
}

type Cost = { asked: number; most: number; left?: number; perMinute?: number; resetSeconds?: number };
export type TokenAnswer<T> = Answer<T> & { extensions?: { cost?: Cost } };

/** Asks as an integration does: by its token in the header. */
export async function askByToken<T>(
  server: Pick<TestServer, "url">,
  token: string,
  query: string,
  variables: object = {},
  headers: Record<string, string> = {},
): Promise<TokenAnswer<T>> {
  const response = await fetch(`${server.url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${token}`, ...headers },
    body: JSON.stringify({ query, variables }),
  });
  return { ...((await response.json()) as TokenAnswer<T>), status: response.status, headers: response.headers };
}
