import { v7 as uuidv7 } from "uuid";
import { queued } from "../../testkit/sign-in.js";
import type { testJobContext } from "../../testkit/sign-in.js";
import type { Seed, SeededSeat } from "../../testkit/seed.js";
import type { TestServer } from "../../testkit/server.js";
import type { JobContext } from "../../kernel/jobs/job.js";
import { IMPORT_JOBS } from "./jobs.js";
import { APPLY_IMPORT_JOB } from "./import.service.js";

export type ImportFacts = {
  id: string;
  state: string;
  rev: number;
  rowsRead: number;
  problem: string | null;
  counts: Record<string, number>;
  applied: Record<string, number>;
  columns: { index: number; name: string; field: string | null; refused: boolean }[];
  notes: { n: number; message: string }[];
};
type Asked = Omit<ImportFacts, "counts" | "applied"> & {
  counts: { kind: string; n: number }[];
  applied: { kind: string; n: number }[];
};
export type ImportLineFacts = {
  line: number | null;
  memberId: string | null;
  name: string | null;
  changes: string[];
  messages: string[];
};

export const IMPORT_FIELDS = `id state rev rowsRead problem counts { kind n } applied { kind n } columns { index name field refused } notes { n message }`;
const READ = `query ($id: ID!) { memberImport(id: $id) { ${IMPORT_FIELDS} } }`;
export const APPLY = `mutation ($input: ApplyImportInput!) { applyImport(input: $input) { memberImport { id state rev } problems { code message } } }`;
export const LINES = `query ($id: ID!, $kind: ImportKind!, $first: Int! = 100) { importLines(id: $id, kind: $kind, first: $first) { nodes { line memberId name changes messages } } }`;

const counted = (counts: { kind: string; n: number }[]) => Object.fromEntries(counts.map(({ kind, n }) => [kind, n]));

/** The flow of an import as a page goes it, for tests. */
export function importsOf(server: TestServer, seed: Seed, jobs: Awaited<ReturnType<typeof testJobContext>>) {
  const upload = (
    seat: Pick<SeededSeat, "secret"> | null,
    file: string | Buffer,
    id = uuidv7(),
    headers: Record<string, string> = {},
  ): Promise<Response> =>
    fetch(`${server.url}/import`, {
      method: "POST",
      headers: {
        "content-type": "application/octet-stream",
        "x-varde-import": id,
        ...(seat ? { cookie: `__Host-s=${seat.secret}` } : {}),
        ...headers,
      },
      body: typeof file === "string" ? file : new Uint8Array(file),
    });

  async function read(seat: SeededSeat, id: string): Promise<ImportFacts> {
    const { memberImport } = await server.ask<{ memberImport: Asked }>(seat, READ, { id });
    return { ...memberImport, counts: counted(memberImport.counts), applied: counted(memberImport.applied) };
  }

  /** sends a file and says what it would do */
  async function send(seat: SeededSeat, file: string | Buffer, id = uuidv7()): Promise<ImportFacts> {
    const response = await upload(seat, file, id);
    if (response.status !== 200) throw new Error(`refused with ${response.status}: ${await response.text()}`);
    return read(seat, id);
  }

  /** runs the job of an import, as the queue does, with what a test changes of what it is given */
  async function work(importId: string, over: Partial<JobContext> = {}): Promise<void> {
    const job = IMPORT_JOBS.find(({ task }) => task === APPLY_IMPORT_JOB)!;
    for (const { payload } of await queued(seed, APPLY_IMPORT_JOB)) {
      if (payload.importId === importId) await job.run(payload, { ...jobs.context, ...over });
    }
  }

  const ask = (seat: SeededSeat, { id, rev }: Pick<ImportFacts, "id" | "rev">) =>
    server.ask<{ applyImport: { memberImport: { rev: number; state: string }; problems: { code: string }[] } }>(
      seat,
      APPLY,
      { input: { key: uuidv7(), id, rev } },
    );

  /** takes in what was sent */
  async function apply(seat: SeededSeat, facts: Pick<ImportFacts, "id" | "rev">): Promise<ImportFacts> {
    await ask(seat, facts);
    await work(facts.id);
    return read(seat, facts.id);
  }

  const lines = async (seat: SeededSeat, id: string, kind: string): Promise<ImportLineFacts[]> =>
    (await server.ask<{ importLines: { nodes: ImportLineFacts[] } }>(seat, LINES, { id, kind })).importLines.nodes;

  /** the register of a chapter as a person would read it, without ids and revisions */
  async function register(chapterId: string): Promise<Record<string, unknown>[]> {
    const { rows } = await seed.client.query<
      Record<string, unknown> & {
        id: string;
        email_ct: Buffer | null;
        mobile_ct: Buffer | null;
        guardian_ct: Buffer | null;
      }
    >(
      `select m.id, m.member_no, m.first_name, m.last_name, m.birth_date::text, m.birth_year, m.email_ct, m.mobile_ct, m.guardian_ct, m.postcode,
              m.joined_on::text, m.left_on::text, m.rev, (select json_agg(json_build_array(f.year, f.paid_on) order by f.year) from app.member_fee f
                where f.chapter_id = m.chapter_id and f.member_id = m.id) as fees
         from app.member m where m.chapter_id = $1 order by m.name_key, m.id`,
      [chapterId],
    );
    return rows.map(({ id, email_ct, mobile_ct, guardian_ct, ...row }) => ({
      ...row,
      email: email_ct && seed.sealer.open(email_ct, `member/${id}/email`),
      mobile: mobile_ct && seed.sealer.open(mobile_ct, `member/${id}/mobile`),
      guardian: guardian_ct && (JSON.parse(seed.sealer.open(guardian_ct, `member/${id}/guardian`)) as unknown),
    }));
  }

  return { upload, read, send, work, ask, apply, lines, register };
}
