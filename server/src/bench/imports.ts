import { osloDate } from "@varde/domain";
import type { LocalDate } from "@varde/domain";
import { randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import { setTimeout as pause } from "node:timers/promises";
import type { Child } from "./child.js";
import { ask } from "./closed-loop.js";
import { bodyOf } from "./documents.js";
import { organizationRow, person } from "./people.js";
import type { Loadable } from "./load.js";
import { idOf, secretOf } from "./made-up.js";

export const IMPORT_ROWS = 100_000;
const CHAPTERS = 500;

/** Chapters without a member, and national's administrator with a file of all of them. */
function emptyFederation(today: LocalDate): Loadable {
  const organizationId = idOf("imports");
  const national = person(organizationId, "importer", { role: "NATIONAL_ADMIN", unit_kind: "ORGANIZATION" }, today);
  const chapters = Array.from({ length: CHAPTERS }, (_, c) => ({
    organization_id: organizationId,
    id: idOf("imports chapter", c),
    name: `Lag ${c}`,
    short_name: `Lag ${c}`,
    county: "32",
    municipalities: [],
    direct_members: false,
    opened_on: "2015-01-01",
    rev: 1,
  }));
  return {
    tables: [
      ["organization", [organizationRow(organizationId)]],
      ["chapter", chapters],
      ["account", [national.account]],
      ["seat", [national.seat]],
      ["session", [national.session]],
    ],
  };
}

/** A member list as a stream of bytes, so that whoever measures holds none of it either. */
function* memberFile(): Generator<Buffer> {
  const two = (n: number) => String(n).padStart(2, "0");
  let piece = "Medlemsnr;Fornavn;Etternavn;Fødselsdato;E-post;Mobil;Postnr;Innmeldt;Betalt;Lokallag\r\n";
  for (let i = 0; i < IMPORT_ROWS; i += 1) {
    const birth = `${two((i % 28) + 1)}.${two((i % 12) + 1)}.${1995 + (i % 17)}`;
    const mobile = 90_000_000 + i;
    piece += `${i + 1};Fornavn${i % 900};Etternavn${i % 7000};${birth};medlem${i}@post.example;${mobile};0150;01.02.2024;${i % 3 ? "ja" : "nei"};Lag ${i % CHAPTERS}\r\n`;
    if (piece.length > 60_000) {
      yield Buffer.from(piece);
      piece = "";
    }
  }
  yield Buffer.from(piece);
}

type Facts = {
  state: string;
  rev: number;
  counts: { kind: string; n: number }[];
  applied: { kind: string; n: number }[];
};
type Read = { data: { memberImport: Facts } };

/** How many of a kind. */
const of = (counts: Facts["counts"], kind: string): number => counts.find((count) => count.kind === kind)?.n ?? 0;

/**
 * Sends the file, looks at the preview, takes it in and waits until it is in the register: seconds of the whole. Then sends it once
 * more, which must change nothing. `app` runs the jobs too. Throws when it does not do the whole of it.
 */
export async function measureImport(
  app: Child,
  find: (name: string) => string,
): Promise<{ importRowsPerSecond: number; importAgainSeconds: number }> {
  const session = secretOf("importer");
  const post = (name: string, variables: object) =>
    ask(app.url, "/graphql", { session, body: bodyOf(find(name), variables) });
  const read = async (id: string): Promise<Facts> => ((await post("MemberImport", { id })) as Read).data.memberImport;
  const send = async (id: string): Promise<Facts> => {
    const response = await fetch(`${app.url}/import`, {
      method: "POST",
      headers: { "content-type": "application/octet-stream", "x-varde-import": id, cookie: `__Host-s=${session}` },
      body: Readable.toWeb(Readable.from(memberFile())) as ReadableStream,
      duplex: "half",
    } as RequestInit);
    if (response.status !== 200) throw new Error(`the file was refused with ${response.status}`);
    return read(id);
  };
  const began = performance.now();
  const id = randomUUID();
  const preview = await send(id);
  if (of(preview.counts, "NEW") !== IMPORT_ROWS) throw new Error(`not all were new: ${JSON.stringify(preview)}`);
  await post("ApplyImport", { input: { key: randomUUID(), id, rev: preview.rev } });
  let facts = await read(id);
  while (facts.state === "APPLYING") {
    await pause(100);
    facts = await read(id);
  }
  if (of(facts.applied, "NEW") !== IMPORT_ROWS) throw new Error(`not all were taken in: ${JSON.stringify(facts)}`);
  const took = (performance.now() - began) / 1000;
  const again = performance.now();
  const same = await send(randomUUID());
  if (of(same.counts, "SAME") !== IMPORT_ROWS)
    throw new Error(`the same file changes something: ${JSON.stringify(same)}`);
  return {
    importRowsPerSecond: Math.round(IMPORT_ROWS / took),
    importAgainSeconds: (performance.now() - again) / 1000,
  };
}

export const importFederation = (): Loadable => emptyFederation(osloDate(new Date()));
