import { randomUUID } from "node:crypto";
import { addDays, osloDate } from "@varde/domain";
import type { MatrixLine } from "./line.js";

const today = osloDate(new Date());
const NATIONAL: Pick<MatrixLine, "otherwise" | "except"> = {
  otherwise: "FORBIDDEN",
  except: { none: "UNAUTHENTICATED", admin: "OK", editor: "OK", foreignAdmin: "OK" },
};
const well = (field: string) => (data: Record<string, unknown>) =>
  (data[field] as { problems: unknown[] }).problems.length === 0;

/** What began by itself is for national; quiet weeks are the administrator's, of the own organization. */
export const triggersMatrix: MatrixLine[] = [
  {
    field: "triggerOverview",
    document: `{ triggerOverview { lastWeek templates { templateId lastWeek { n } } quietPeriods { id } } }`,
    arrange: async () => ({}),
    ...NATIONAL,
  },
  {
    field: "addQuietPeriod",
    document: `mutation ($input: AddQuietPeriodInput!) { addQuietPeriod(input: $input) { problems { code } } }`,
    arrange: async () => ({
      input: { key: randomUUID(), id: randomUUID(), name: "JUL", fromDay: today, toDay: addDays(today, 3) },
    }),
    otherwise: "FORBIDDEN",
    except: { none: "UNAUTHENTICATED", admin: "OK", foreignAdmin: "OK" },
    reached: well("addQuietPeriod"),
  },
  {
    field: "removeQuietPeriod",
    document: `mutation ($input: RemoveQuietPeriodInput!) { removeQuietPeriod(input: $input) { problems { code } } }`,
    arrange: async ({ seed, federation }) => {
      const id = randomUUID();
      const days = { from_day: today, to_day: today };
      await seed.rows("quiet_period", { organization_id: federation.organizationId, id, name: "JUL", ...days });
      return { input: { key: randomUUID(), id } };
    },
    otherwise: "FORBIDDEN",
    except: { none: "UNAUTHENTICATED", admin: "OK", foreignAdmin: "NOT_FOUND" },
    reached: well("removeQuietPeriod"),
  },
];
