import { v7 as uuidv7 } from "uuid";
import type { MatrixLine, MatrixWorld } from "./line.js";

// the organization acted in is the only one there is to change: a foreign administrator changes its own
const SETTINGS: Pick<MatrixLine, "otherwise" | "except"> = {
  otherwise: "FORBIDDEN",
  except: { none: "UNAUTHENTICATED", admin: "OK", foreignAdmin: "OK" },
};

const revOf = async ({ seed, federation }: MatrixWorld, caller: string): Promise<number> => {
  const id = caller === "foreignAdmin" ? federation.foreignOrganizationId : federation.organizationId;
  const { rows } = await seed.client.query<{ rev: number }>("select rev from app.organization where id = $1", [id]);
  return rows[0]!.rev;
};

const line = (field: string, input: string, facts: object): MatrixLine => ({
  field,
  document: `mutation ($input: ${input}!) { ${field}(input: $input) { problems { code } } }`,
  arrange: async (world, { name }) => ({ input: { key: uuidv7(), rev: await revOf(world, name), ...facts } }),
  ...SETTINGS,
  reached: (data) => (data[field] as { problems: unknown[] }).problems.length === 0,
});

/** Settings are the administrator's, of the own organization. Names are capitals: they stand as senders. */
export const settingsMatrix: MatrixLine[] = [
  line("updateOrganization", "UpdateOrganizationInput", { name: "MHU", shortName: "MHU", senderName: "MHU" }),
  line("setBurdenCap", "SetBurdenCapInput", { minutes: 300 }),
  line("setMemberGoal", "SetMemberGoalInput", {
    goal: { members: 3900, on: "2099-12-31", startMembers: 1200, startOn: "2020-01-01" },
  }),
  line("saveCrisisContacts", "SaveCrisisContactsInput", {
    contacts: [{ name: "LEGEVAKT", phone: "116 117", note: { nb: "NÅ" }, urgent: true, checkedToday: true }],
  }),
  {
    field: "federationSettings",
    document: "{ federationSettings { suppressionK oldInvitations { n } changes { setting } } }",
    arrange: async () => ({}),
    otherwise: "FORBIDDEN",
    except: { none: "UNAUTHENTICATED", admin: "OK", foreignAdmin: "OK" },
  },
  line("setLevelTerm", "SetLevelTermInput", { term: "DISTRICT" }),
  line("setAges", "SetAgesInput", { minAge: 13, selfJoinAge: 15, digitalConsentAge: 13, grantAge: 26, maxAge: null }),
  line("setSmallNumbers", "SetSmallNumbersInput", { k: 6, reason: "NÅ" }),
  line("setLanguages", "SetLanguagesInput", { languages: ["nb", "en"] }),
  line("setMainColour", "SetMainColourInput", { colour: "#8a3b6b" }),
  line("setCoreSetSize", "SetCoreSetSizeInput", { size: 6 }),
  line("setCoreLimit", "SetCoreLimitInput", { minutes: null }),
  line("setReadingLimit", "SetReadingLimitInput", { points: 200 }),
  line("setRetention", "SetRetentionInput", { followUpMonths: 12, attendanceMonths: 12, invitationsDays: 60 }),
  // nobody: the callers are needed afterwards
  line("setSecondFactor", "SetSecondFactorInput", { offices: [], passkeyOnly: false }),
];
