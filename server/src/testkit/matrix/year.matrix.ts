import { osloDate } from "@varde/domain";
import { v7 as uuidv7 } from "uuid";
import type { MatrixLine, MatrixWorld } from "./line.js";

const payload = "{ settings { year } problems { code } }";

async function date({ seed, federation }: MatrixWorld): Promise<string> {
  const id = uuidv7();
  await seed.rows("year_date", {
    organization_id: federation.organizationId,
    id,
    kind: "DAY",
    name: { nb: "Dagen" },
    from_day: "2027-05-01",
    to_day: "2027-05-01",
    concerns: "NATIONAL",
    source: "Her",
  });
  return id;
}

const day = (id: string, rev: number) => ({
  key: uuidv7(),
  id,
  rev,
  kind: "DAY",
  name: { nb: "Dagen" },
  fromDay: "2027-05-01",
  toDay: "2027-05-01",
  concerns: "ALL",
  counties: [],
  source: "Her",
  checked: true,
});
const rule = {
  rev: 0,
  lastMonth: 3,
  lastDay: 15,
  noticeDays: 28,
  papersDays: 14,
  votingAge: 15,
  source: "Vedtekter § 5",
};
const SETS = { admin: "OK", none: "UNAUTHENTICATED" } as const;

/** The year is read by every seat, each their own; national sets its days. */
export const yearMatrix: MatrixLine[] = [
  {
    field: "yearWheel",
    document: `query { yearWheel(year: 2027) { entries { key subjectId } } }`,
    arrange: async (world) => ({ id: await date(world) }),
    otherwise: "NOT_FOUND",
    // what only concerns national
    except: { none: "UNAUTHENTICATED", expired: "FORBIDDEN", admin: "OK", editor: "OK" },
    reached: (data, { id }) =>
      (data["yearWheel"] as { entries: { subjectId: string | null }[] }).entries.some(
        ({ subjectId }) => subjectId === id,
      ),
  },
  {
    field: "yearPoster",
    document: `query { yearPoster(year: 2027, sheet: A4) { fileName } }`,
    arrange: async () => ({}),
    otherwise: "OK",
    // each their own year
    except: { none: "UNAUTHENTICATED", expired: "FORBIDDEN" },
  },
  {
    field: "yearSettings",
    document: `query { yearSettings(year: 2027) { dates { id } } }`,
    arrange: async (world) => ({ id: await date(world) }),
    otherwise: "FORBIDDEN",
    except: { ...SETS, foreignAdmin: "NOT_FOUND" },
    reached: (data, { id }) => (data["yearSettings"] as { dates: { id: string }[] }).dates.some((one) => one.id === id),
  },
  {
    field: "saveYearDate",
    document: `mutation ($input: SaveYearDateInput!) { saveYearDate(input: $input) ${payload} }`,
    arrange: async (world) => ({ input: day(await date(world), 1) }),
    otherwise: "FORBIDDEN",
    except: { ...SETS, foreignAdmin: "NOT_FOUND" },
  },
  {
    field: "deleteYearDate",
    document: `mutation ($input: DeleteYearDateInput!) { deleteYearDate(input: $input) ${payload} }`,
    arrange: async (world) => ({ input: { key: uuidv7(), id: await date(world), rev: 1 } }),
    otherwise: "FORBIDDEN",
    except: { ...SETS, foreignAdmin: "NOT_FOUND" },
  },
  {
    field: "suggestYearDates",
    document: `mutation ($input: SuggestYearDatesInput!) { suggestYearDates(input: $input) ${payload} }`,
    arrange: async () => ({ input: { key: uuidv7(), year: Number(osloDate(new Date()).slice(0, 4)) } }),
    otherwise: "FORBIDDEN",
    // another organization's administrator sets their own
    except: { ...SETS, foreignAdmin: "OK" },
  },
  {
    field: "saveAnnualRule",
    document: `mutation ($input: SaveAnnualRuleInput!) { saveAnnualRule(input: $input) ${payload} }`,
    arrange: async ({ seed, federation }) => {
      await seed.client.query("delete from app.annual_rule where organization_id = $1", [federation.organizationId]);
      return { input: { key: uuidv7(), ...rule } };
    },
    otherwise: "FORBIDDEN",
    except: { ...SETS, foreignAdmin: "OK" },
  },
];
