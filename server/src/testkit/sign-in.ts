import { randomUUID } from "node:crypto";
import { hashSecret, newSecret } from "../kernel/crypto/sealer.js";
import type { Federation, Seed } from "./seed.js";
import type { TestServer } from "./server.js";
import { openDoor } from "../kernel/db/door.js";
import type { Mail, Mailer } from "../kernel/mail/mailer.js";
import type { JobContext } from "../kernel/jobs/job.js";

export type BrowserAnswer<T> = {
  data: T | null;
  errors?: { extensions: { code: string } }[];
  /** the code of the first error */
  code: string | undefined;
  /** the cookies the answer set */
  set: string[];
  status: number;
  headers: Headers;
};
export type TestBrowser = {
  jar: Map<string, string>;
  run<T>(query: string, variables?: object, headers?: Record<string, string>): Promise<BrowserAnswer<T>>;
};

/** A browser to the tests: keeps cookies as one does, and says what the answer set. */
export function testBrowser(server: Pick<TestServer, "url">, more: Record<string, string> = {}): TestBrowser {
  const jar = new Map<string, string>();
  const run = async <T>(
    query: string,
    variables: object = {},
    headers: Record<string, string> = {},
  ): Promise<BrowserAnswer<T>> => {
    const response = await fetch(`${server.url}/graphql`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        cookie: [...jar].map(([name, value]) => `${name}=${value}`).join("; "),
        ...more,
        ...headers,
      },
      body: JSON.stringify({ query, variables }),
    });
    const set = response.headers.getSetCookie();
    for (const line of set) {
      const [pair] = line.split(";");
      const [name, value] = pair!.split("=") as [string, string];
      if (value === "" || line.includes("Max-Age=0")) jar.delete(name);
      else jar.set(name, value);
    }
    const body = (await response.json()) as { data: T | null; errors?: { extensions: { code: string } }[] };
    return {
      ...body,
      set,
      status: response.status,
      headers: response.headers,
      code: body.errors?.[0]?.extensions.code,
    };
  };
  return { jar, run };
}

/** A mailer that keeps what it is given; `down` makes it fail. */
export function testMailer(): Mailer & { sent: Mail[]; down: boolean } {
  const sent: Mail[] = [];
  return {
    sent,
    down: false,
    async send(mail) {
      if (this.down) throw new Error("the mail server is down");
      sent.push(mail);
    },
    close() {},
  };
}

/** What a job is given, on a test's database. */
export async function testJobContext(server: TestServer, mailer: Mailer) {
  const { env, installation } = server;
  const job = await openDoor({ ...env, login: "job", poolSize: 2 });
  const context: JobContext = {
    job,
    auth: installation.auth,
    app: installation.app,
    mailer,
    sealer: installation.sealer,
    secret: env.secret,
    mode: env.mode,
    baseUrl: env.baseUrl,
    signal: new AbortController().signal,
  };
  return { context, close: () => job.close() };
}

/** What waits in the queue, oldest first. */
export async function queued(
  seed: Seed,
  task: string,
): Promise<{ payload: Record<string, string>; key: string | null }[]> {
  const { rows } = await seed.client.query<{ payload: Record<string, string>; key: string | null }>(
    `select j.payload, j.key from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
      where t.identifier = $1 order by j.id`,
    [task],
  );
  return rows;
}

/** An invitation to the own chapter's board, given by its leader, as the one who is invited has it in the mail. */
export async function seedInvitation(
  seed: Seed,
  { organizationId, chapters, leader }: Federation,
  over: { email?: string; invitation?: Record<string, unknown>; seat?: Record<string, unknown> } = {},
): Promise<{ seatId: string; token: string; email: string }> {
  const [seatId, id, token] = [randomUUID(), randomUUID(), newSecret()];
  const email = over.email ?? `${seed.unique()}@test.example`;
  await seed.rows("seat", {
    organization_id: organizationId,
    id: seatId,
    role: "CHAPTER_BOARD",
    unit_kind: "CHAPTER",
    chapter_id: chapters.own,
    holder_name: "Ny Person",
    valid_from: "2020-01-01",
    granted_by: leader.seatId,
    ...over.seat,
  });
  await seed.rows("invitation", {
    organization_id: organizationId,
    id,
    seat_id: seatId,
    chapter_id: chapters.own,
    email_ct: seed.sealer.seal(email, `invitation/${id}/email`),
    token_hash: hashSecret(token),
    expires_at: new Date(Date.now() + 86_400_000),
    ...over.invitation,
  });
  return { seatId, token, email };
}
