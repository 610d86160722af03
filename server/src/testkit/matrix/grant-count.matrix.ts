import { v7 as uuidv7 } from "uuid";
import { seedMember } from "../../features/members/members.testing.js";
import type { MatrixLine } from "./line.js";

// every board counts its own members, and nobody above it counts any
const BOARDS: Pick<MatrixLine, "otherwise" | "except"> = {
  otherwise: "FORBIDDEN",
  except: { none: "UNAUTHENTICATED", leader: "OK", board: "OK", siblingLeader: "OK", foreignLeader: "OK" },
};
const ADMINS: Pick<MatrixLine, "otherwise" | "except"> = {
  otherwise: "FORBIDDEN",
  except: { none: "UNAUTHENTICATED", admin: "OK", foreignAdmin: "OK" },
};

/** Members are counted for grants by their own board; the rules and the types of membership are the organization's. */
export const grantCountMatrix: MatrixLine[] = [
  {
    field: "grantCount",
    document: `query ($year: Int!) { grantCount(year: $year) { lacking { id } } }`,
    arrange: async ({ seed, federation }) => ({
      id: await seedMember(seed, { organizationId: federation.organizationId, chapterId: federation.chapters.own }),
      year: 2026,
    }),
    ...BOARDS,
    except: { ...BOARDS.except, siblingLeader: "NOT_FOUND", foreignLeader: "NOT_FOUND" },
    reached: (data, { id }) =>
      (data["grantCount"] as { lacking: { id: string }[] }).lacking.some((one) => one.id === id),
  },
  {
    field: "setGrantFacts",
    document: `mutation ($input: GrantFactsInput!) { setGrantFacts(input: $input) { problems { code } } }`,
    arrange: async ({ seed, federation }) => {
      const place = { organizationId: federation.organizationId, chapterId: federation.chapters.own };
      const facts = { paidOn: "2026-02-01", amount: 6000, paidBy: "SELF" };
      return { input: { key: uuidv7(), year: 2026, memberIds: [await seedMember(seed, place)], ...facts } };
    },
    ...BOARDS,
    except: { ...BOARDS.except, siblingLeader: "NOT_FOUND", foreignLeader: "NOT_FOUND" },
  },
  {
    field: "membershipTypes",
    document: `{ membershipTypes { id } }`,
    arrange: async () => ({}),
    ...BOARDS,
  },
  {
    field: "grantSettings",
    document: `{ grantSettings { rules { year } types { id } } }`,
    arrange: async () => ({}),
    ...ADMINS,
  },
  {
    field: "setGrantRules",
    document: `mutation ($input: SetGrantRulesInput!) { setGrantRules(input: $input) { problems { code } } }`,
    arrange: async () => ({
      input: {
        key: uuidv7(),
        year: 2026,
        rev: 0,
        underAge: 26,
        selfPayAge: 18,
        minAmount: 5000,
        minFamilyAmount: 10000,
        prepaidFrom: "2025-10-01",
        lastPaidOn: "2026-12-31",
        chapterMembers: 5,
        source: "LNU",
        checkedOn: "2026-01-15",
      },
    }),
    ...ADMINS,
  },
  {
    field: "saveMembershipType",
    document: `mutation ($input: SaveMembershipTypeInput!) { saveMembershipType(input: $input) { problems { code } } }`,
    arrange: async () => ({
      input: { key: uuidv7(), id: uuidv7(), rev: 0, name: `TYPE ${uuidv7()}`, eligible: true, archived: false },
    }),
    ...ADMINS,
  },
];
