import fc from "fast-check";
import { isEnumType, isInputObjectType, isLeafType, isListType, isNonNullType, isObjectType } from "graphql";
import type { GraphQLField, GraphQLInputType, GraphQLObjectType, GraphQLOutputType, GraphQLSchema } from "graphql";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ERROR_CODES, messageOf } from "../kernel/errors/app-error.js";
import { createSchema } from "../schema.js";
import { testDatabase } from "./database.js";
import type { TestDatabase } from "./database.js";
import { openSeed, seedFederation } from "./seed.js";
import type { Federation, Seed } from "./seed.js";
import { testServer } from "./server.js";
import type { TestServer } from "./server.js";

// Random valid documents with random arguments by random callers: nothing of another organization comes back, nothing is
// an internal error, and no text is one we did not write.

let database: TestDatabase, seed: Seed, federation: Federation, server: TestServer, schema: GraphQLSchema;
const CALLERS = ["leader", "board", "mentor", "coordinator", "editor", "admin"] as const;
const ODD_TEXTS = [
  "",
  " ",
  "x".repeat(600),
  "'; drop table app.member; --",
  "<img src=x onerror=alert(1)>",
  "=1+1",
  "\u0000",
  "\u202e",
  "__proto__",
  "01010112345",
  "💚",
];

beforeAll(async () => {
  database = await testDatabase();
  seed = await openSeed(database);
  federation = await seedFederation(seed);
  server = await testServer(database);
  schema = await createSchema();
});
afterAll(async () => {
  await server.stop();
  await seed.close();
  await database.drop();
});

/** one number stream decides everything, so that a failure shrinks and repeats */
type Dice = (sides: number) => number;
const diceOf = (numbers: readonly number[]): Dice => {
  let at = 0;
  return (sides) => ((numbers[at++ % numbers.length]! % sides) + sides) % sides;
};

function leaf(name: string, dice: Dice): unknown {
  const ids = [
    ...Object.values(federation.chapters),
    federation.foreignOrganizationId,
    federation.admin.seatId,
    federation.foreignLeader.seatId,
    crypto.randomUUID(),
    "no-uuid",
  ];
  const samples: Record<string, readonly unknown[]> = {
    ID: ids,
    Int: [0, 1, 5, 100, 101, -1, 2147483647],
    Float: [0, 1.5, -1, 1e15],
    Boolean: [true, false],
    LocalDate: ["2026-11-22", "2027-02-28", "1900-01-01", "9999-12-31"],
    DateTime: ["2026-11-22T10:00:00Z"],
    String: [...ODD_TEXTS, "2026-H2", "2026-11", "Velkommen"],
  };
  const values = samples[name] ?? ["x"];
  return values[dice(values.length)];
}

function input(type: GraphQLInputType, dice: Dice, depth = 0): unknown {
  if (isNonNullType(type)) return input(type.ofType, dice, depth) ?? leaf("String", dice);
  if (depth > 0 && dice(4) === 0) return undefined;
  if (isListType(type))
    return Array.from({ length: dice(3) }, () => input(type.ofType, dice, depth + 1) ?? null).filter((v) => v !== null);
  if (isEnumType(type)) return type.getValues()[dice(type.getValues().length)]!.name;
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields());
    return Object.fromEntries(
      fields.map((f) => [f.name, f.name === "key" ? crypto.randomUUID() : input(f.type, dice, depth + 1)]),
    );
  }
  return leaf(String(type), dice);
}

function selection(type: GraphQLOutputType, dice: Dice, depth: number): string {
  if (isNonNullType(type) || isListType(type)) return selection(type.ofType, dice, depth);
  if (!isObjectType(type)) return "";
  const fields = Object.values(type.getFields()).filter((f) => depth > 0 || isLeafType(bare(f.type)));
  const chosen = fields.filter(() => dice(3) > 0).slice(0, 12);
  const body = chosen
    .map((f) => `${f.name}${selection(f.type, dice, depth - 1)}`)
    .filter((text, i) => !isObjectType(bare(chosen[i]!.type)) || text.includes("{"));
  return ` { __typename ${body.join(" ")} }`;
}

function bare(type: GraphQLOutputType): GraphQLOutputType {
  return isNonNullType(type) || isListType(type) ? bare(type.ofType as GraphQLOutputType) : type;
}

function documentOf(field: GraphQLField<unknown, unknown>, kind: "query" | "mutation", dice: Dice) {
  const head = field.args.map((a) => `$${a.name}: ${String(a.type)}`).join(", ");
  const args = field.args.map((a) => `${a.name}: $${a.name}`).join(", ");
  const variables = Object.fromEntries(field.args.map((a) => [a.name, input(a.type, dice)]));
  return {
    query: `${kind}${head && `(${head})`} { ${field.name}${args && `(${args})`}${selection(field.type, dice, 4)} }`,
    variables,
  };
}

test("random documents give no foreign row, no internal error and no text of ours that was not meant", async () => {
  const known = new Set<string>(ERROR_CODES.map((code) => messageOf(code)));
  const fields = [
    ...Object.values(schema.getQueryType()!.getFields()).map((field) => ({ field, kind: "query" as const })),
    ...Object.values(schema.getMutationType()!.getFields()).map((field) => ({ field, kind: "mutation" as const })),
  ];
  // names and not ids: a client may give its own new row an id that exists elsewhere, and learns nothing by it
  const { rows } = await seed.client.query<{ name: string }>(
    `select name from app.organization where id = $1 union all select name from app.chapter where organization_id = $1
     union all select name from app.region where organization_id = $1 union all select holder_name from app.seat where organization_id = $1`,
    [federation.foreignOrganizationId],
  );
  const foreign = rows.map((row) => row.name);
  expect(foreign.length).toBeGreaterThan(4);
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(), { minLength: 20, maxLength: 60 }), async (numbers) => {
      const dice = diceOf(numbers);
      const { field, kind } = fields[dice(fields.length)]!;
      const seat = federation[CALLERS[dice(CALLERS.length)]!];
      // a session of its own: a document may end it; and not a fresh one: it may not delete the account behind it
      const created_at = new Date(Date.now() - 3_600_000);
      const caller = { secret: await seed.session(seat.accountId, seat.seatId, { created_at }) };
      const { query, variables } = documentOf(field, kind, dice);
      const answer = await server.run(caller, query, variables);
      const sent = JSON.stringify(variables);
      const said = JSON.stringify(answer.data ?? null);
      expect(foreign.filter((name) => said.includes(name))).toEqual([]);
      const errors = (answer.errors ?? []).map((e) => [e.extensions.code, known.has(e.message), query, sent] as const);
      expect(errors.filter(([code, ours]) => code === "INTERNAL" || !ours)).toEqual([]);
    }),
    { numRuns: 600 },
  );
});

/** Input that nobody means: one kind of it in every place of a mutation at once, all else as it should be. */
type Absurd = { String?: string; Int?: number; Float?: number; LocalDate?: string; list?: number };
const ABSURD: Readonly<Record<string, Absurd>> = {
  "10,000 characters and huge numbers": { String: "x".repeat(10_000), Int: 2_147_483_647, Float: 1e300 },
  "emoji and negative numbers": { String: "👩‍👩‍👧💚", Int: -2_147_483_648, Float: -1e300 },
  "right to left, and the first day": { String: "\u202eשלום\u202c", LocalDate: "0001-01-01" },
  "NUL, and the last day": { String: "a\u0000b", LocalDate: "9999-12-31" },
  "nothing at all": { String: "", Int: 0, Float: 0, list: 0 },
  "a thousand of each": { list: 1_000 },
};
/** What changes settings, seats, units, contacts, orders and factors. */
const SWEPT =
  /^(set|save|complete|discard|write|change|remove|order|export|answerGood|declineGood|finish|invite|approve|beginTotp|confirmTotp|give|renew|update|move|close|create|resend|accept)/;

function absurd(type: GraphQLInputType, kind: Absurd, dice: Dice): unknown {
  if (isNonNullType(type)) return absurd(type.ofType, kind, dice);
  if (isListType(type)) {
    // the outermost list alone: lists in lists of so many are more than a request may hold
    const { list = 1, ...within } = kind;
    const one = absurd(type.ofType as GraphQLInputType, within, dice);
    return Array.from({ length: list }, () => one);
  }
  if (isEnumType(type)) return type.getValues()[dice(type.getValues().length)]!.name;
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields());
    return Object.fromEntries(
      fields.map((f) => [f.name, f.name === "key" ? crypto.randomUUID() : absurd(f.type, kind, dice)]),
    );
  }
  const name = String(type);
  if (name === "ID") return [federation.chapters.own, federation.regions.east, crypto.randomUUID()][dice(3)];
  return kind[name as keyof Absurd] ?? leaf(name, dice);
}

test.each(Object.entries(ABSURD))(
  "%s are refused in words or taken as they are",
  async (what, kind) => {
    const known = new Set<string>(ERROR_CODES.map((code) => messageOf(code)));
    const fields = Object.values(schema.getMutationType()!.getFields()).filter(({ name }) => SWEPT.test(name));
    const faults: string[] = [];
    for (const [i, field] of fields.entries()) {
      const variables = Object.fromEntries(
        field.args.map((a) => [a.name, absurd(a.type, kind, (sides) => (i + what.length) % sides)]),
      );
      // the gate turns away what is longer
      if (Buffer.byteLength(JSON.stringify(variables)) > 60_000) continue;
      const head = field.args.map((a) => `$${a.name}: ${String(a.type)}`).join(", ");
      const args = field.args.map((a) => `${a.name}: $${a.name}`).join(", ");
      const payload = (bare(field.type) as GraphQLObjectType).getFields();
      const told = "problems" in payload ? "problems { message }" : "__typename";
      const document = `mutation${head && `(${head})`} { ${field.name}${args && `(${args})`} { ${told} } }`;
      // the first of the two who may
      for (const seat of [federation.admin, federation.leader]) {
        const caller = { secret: await seed.session(seat.accountId, seat.seatId) };
        const { data, errors = [] } = await server.run(caller, document, variables);
        for (const { extensions, message } of errors)
          if (extensions.code === "INTERNAL" || !known.has(message)) faults.push(`${field.name}: ${message}`);
        const answer = (data as Record<string, { problems?: { message: string }[] } | null> | null | undefined)?.[
          field.name
        ];
        for (const { message } of answer?.problems ?? [])
          if (!/\p{L}.*[.?]$/su.test(message) || /undefined|\[object|NaN/.test(message))
            faults.push(`${field.name}: ${message}`);
        if (errors[0]?.extensions.code !== "FORBIDDEN") break;
      }
    }
    expect(faults).toEqual([]);
  },
  60_000,
);
