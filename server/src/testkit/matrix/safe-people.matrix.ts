import { v7 as uuidv7 } from "uuid";
import type { MatrixLine } from "./line.js";

const worked = (field: string) => (data: Record<string, unknown>) =>
  (data[field] as { problems: unknown[] }).problems.length === 0;

/** What is asked is the administrator's to say, for the own organization; papers are recorded by those who look after the seat. */
export const safePeopleMatrix: MatrixLine[] = [
  {
    field: "safePeople",
    document: "{ safePeople { required lacks declaration { version } } }",
    arrange: async () => ({}),
    otherwise: "OK",
    except: { none: "UNAUTHENTICATED", expired: "FORBIDDEN" },
  },
  {
    field: "seatPapers",
    document: "{ seatPapers { nodes { seatId } } }",
    arrange: async () => ({}),
    otherwise: "FORBIDDEN",
    except: {
      none: "UNAUTHENTICATED",
      leader: "OK",
      admin: "OK",
      siblingLeader: "OK",
      foreignLeader: "OK",
      foreignAdmin: "OK",
    },
  },
  {
    field: "setSafePeople",
    document:
      "mutation ($input: SetSafePeopleInput!) { setSafePeople(input: $input) { safePeople { required } problems { code } } }",
    arrange: async ({ seed, federation }, { name }) => {
      const id = name === "foreignAdmin" ? federation.foreignOrganizationId : federation.organizationId;
      const { rows } = await seed.client.query<{ rev: number }>("select rev from app.organization where id = $1", [id]);
      // not asked for: the other lines' callers have no papers
      return {
        input: { key: uuidv7(), rev: rows[0]!.rev, required: false, attestYears: 3, words: { nb: "JEG TIER" } },
      };
    },
    otherwise: "FORBIDDEN",
    except: { none: "UNAUTHENTICATED", admin: "OK", foreignAdmin: "OK" },
    reached: worked("setSafePeople"),
  },
  {
    field: "recordAttest",
    document:
      "mutation ($input: RecordAttestInput!) { recordAttest(input: $input) { papers { seatId } problems { code } } }",
    arrange: async ({ seed, federation }) => {
      const { rows } = await seed.client.query<{ today: string }>("select authz.today()::text as today");
      return { input: { key: uuidv7(), id: federation.board.seatId, shownOn: rows[0]!.today } };
    },
    otherwise: "FORBIDDEN",
    except: {
      none: "UNAUTHENTICATED",
      leader: "OK",
      admin: "OK",
      siblingLeader: "NOT_FOUND",
      foreignLeader: "NOT_FOUND",
      foreignAdmin: "NOT_FOUND",
    },
    reached: worked("recordAttest"),
  },
  {
    field: "acceptDeclaration",
    document:
      "mutation ($input: AcceptDeclarationInput!) { acceptDeclaration(input: $input) { safePeople { lacks } problems { code } } }",
    arrange: async () => ({ input: { key: uuidv7(), version: 1 } }),
    otherwise: "OK",
    except: { none: "UNAUTHENTICATED", expired: "FORBIDDEN" },
  },
];
