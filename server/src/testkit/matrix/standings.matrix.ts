import { osloDate, periodOf } from "@varde/domain";
import { definition, template, touchpoints } from "../../features/standings/standings.testing.js";
import type { MatrixLine, MatrixWorld } from "./line.js";

const PERIOD = periodOf(osloDate(new Date()), "YEAR");

const withTemplate = async ({ seed, federation }: MatrixWorld) => {
  const { id } = await template(seed, federation);
  return { templateId: id, period: PERIOD, chapterId: federation.chapters.own };
};
type Rows = { rows: { chapter: { id: string } }[] };
const hasOwn = ({ rows }: Rows, { chapterId }: Record<string, unknown>) =>
  rows.some((row) => row.chapter.id === chapterId);

/** those who may compare see their own reach: a sibling's board, another region and another organization not this chapter */
const readers: MatrixLine["except"] = {
  none: "UNAUTHENTICATED",
  expired: "FORBIDDEN",
  siblingLeader: "NOT_FOUND",
  farCoordinator: "NOT_FOUND",
  foreignLeader: "NOT_FOUND",
  foreignAdmin: "NOT_FOUND",
};
/** exact numbers are the own board's; a chapter of another organization has its own */
const exactOnly: MatrixLine["except"] = {
  none: "UNAUTHENTICATED",
  expired: "FORBIDDEN",
  mentor: "FORBIDDEN",
  coordinator: "FORBIDDEN",
  farCoordinator: "FORBIDDEN",
  editor: "FORBIDDEN",
  admin: "FORBIDDEN",
  foreignAdmin: "FORBIDDEN",
};
const above: MatrixLine["except"] = { mentor: "OK", coordinator: "OK", editor: "OK", admin: "OK" };

export const standingsMatrix: MatrixLine[] = [
  {
    field: "comparableTemplates",
    document: "{ comparableTemplates { id } }",
    arrange: withTemplate,
    otherwise: "OK",
    except: { none: "UNAUTHENTICATED", expired: "FORBIDDEN", foreignLeader: "NOT_FOUND", foreignAdmin: "NOT_FOUND" },
    reached: (data, { templateId }) =>
      (data as { comparableTemplates: { id: string }[] }).comparableTemplates.some((one) => one.id === templateId),
  },
  {
    field: "comparison",
    document: `query ($templateId: ID!, $period: String) {
      comparison(templateId: $templateId, period: $period) { rows { chapter { id } } } }`,
    arrange: withTemplate,
    otherwise: "OK",
    except: readers,
    reached: (data, variables) => hasOwn((data as { comparison: Rows }).comparison, variables),
  },
  {
    field: "comparisonOverTime",
    document: `query ($templateId: ID!) { comparisonOverTime(templateId: $templateId) { rows { chapter { id } } } }`,
    arrange: withTemplate,
    otherwise: "OK",
    except: readers,
    reached: (data, variables) =>
      (data as { comparisonOverTime: Rows[] }).comparisonOverTime.some((one) => hasOwn(one, variables)),
  },
  {
    field: "coreComparison",
    document: `query ($period: String) { coreComparison(period: $period) { rows { chapter { id } } } }`,
    arrange: async ({ seed, federation }) => {
      await seed.client.query("update app.touchpoint_template set core_position = null where organization_id = $1", [
        federation.organizationId,
      ]);
      await template(seed, federation, { corePosition: 1 });
      return { period: PERIOD, chapterId: federation.chapters.own };
    },
    otherwise: "OK",
    except: readers,
    reached: (data, variables) =>
      (data as { coreComparison: Rows[] }).coreComparison.some((one) => hasOwn(one, variables)),
  },
  {
    field: "peerGroups",
    document: "{ peerGroups { id chapterCount } }",
    arrange: async ({ seed, federation }) => {
      const { organizationId, chapters } = federation;
      const group = { organization_id: organizationId, quarter_on: "2026-09-30", at_least: 30, below: 60 };
      await seed.client.query("delete from app.peer_group where organization_id = $1", [organizationId]);
      await seed.rows("peer_group", { ...group, chapter_id: chapters.own });
      return {};
    },
    otherwise: "OK",
    except: readers,
    reached: (data) => (data as { peerGroups: unknown[] }).peerGroups.length > 0,
  },
  {
    field: "ownPeers",
    document: "{ ownPeers { group { id } } }",
    arrange: async () => ({}),
    otherwise: "OK",
    except: exactOnly,
  },
  {
    field: "answerTable",
    document: `query ($templateId: ID!, $period: String) {
      answerTable(templateId: $templateId, period: $period) { rows { chapter { id } } } }`,
    arrange: withTemplate,
    otherwise: "OK",
    except: readers,
    reached: (data, variables) => hasOwn((data as { answerTable: Rows }).answerTable, variables),
  },
  {
    field: "answerTexts",
    document: `query ($templateId: ID!, $period: String!) {
      answerTexts(templateId: $templateId, period: $period) { nodes { text } } }`,
    arrange: withTemplate,
    otherwise: "FORBIDDEN",
    except: { ...above, none: "UNAUTHENTICATED", farCoordinator: "OK", foreignAdmin: "NOT_FOUND" },
  },
  {
    field: "nationalOverview",
    document: "{ nationalOverview { adoption { templateId } } }",
    // a template of the own federation: it stands in no other's list
    arrange: async (world) => {
      const of = await template(world.seed, world.federation);
      await world.seed.client.query(
        `insert into app.rollout_chapter (organization_id, rollout_id, chapter_id, template_id, version_id, from_day)
         select organization_id, id, $2, template_id, version_id, effective_from from app.rollout where template_id = $1`,
        [of.id, world.federation.chapters.own],
      );
      return { templateId: of.id };
    },
    otherwise: "FORBIDDEN",
    except: { none: "UNAUTHENTICATED", editor: "OK", admin: "OK", foreignAdmin: "NOT_FOUND" },
    reached: (data, { templateId }) =>
      (data as { nationalOverview: { adoption: { templateId: string }[] } }).nationalOverview.adoption.some(
        (one) => one.templateId === templateId,
      ),
  },
  {
    field: "targetTallies",
    document: "{ targetTallies { template { id } reached } }",
    // of the core set, with something done in the own chapter
    arrange: async ({ seed, federation }) => {
      await seed.client.query("update app.touchpoint_template set core_position = null");
      const target = {
        key: "t",
        kind: "COUNT" as const,
        text: { nb: "Minst én" },
        threshold: 1,
        period: "YEAR" as const,
      };
      const of = await template(seed, federation, { corePosition: 1, definition: definition({ targets: [target] }) });
      await touchpoints(seed, of, federation.chapters.own, { onTime: 1 });
      return { templateId: of.id };
    },
    otherwise: "FORBIDDEN",
    except: {
      none: "UNAUTHENTICATED",
      coordinator: "OK",
      editor: "OK",
      admin: "OK",
      farCoordinator: "NOT_FOUND",
      foreignAdmin: "NOT_FOUND",
    },
    reached: (data, { templateId }) =>
      (data as { targetTallies: { template: { id: string }; reached: number }[] }).targetTallies.some(
        (one) => one.template.id === templateId && one.reached > 0,
      ),
  },
  {
    field: "overview",
    document: "{ overview { needs { chapter { id } } } }",
    // something past its deadline: so it may need help
    arrange: async ({ seed, federation }) => {
      const chapterId = federation.chapters.own;
      await touchpoints(seed, await template(seed, federation), chapterId, { overdue: 1 });
      return { chapterId };
    },
    otherwise: "FORBIDDEN",
    except: {
      none: "UNAUTHENTICATED",
      coordinator: "OK",
      editor: "OK",
      admin: "OK",
      farCoordinator: "NOT_FOUND",
      foreignAdmin: "NOT_FOUND",
    },
    reached: (data, { chapterId }) =>
      (data as { overview: { needs: { chapter: { id: string } }[] } }).overview.needs.some(
        (need) => need.chapter.id === chapterId,
      ),
  },
  {
    field: "ownStandings",
    document: "{ ownStandings { template { id } } }",
    arrange: async () => ({}),
    otherwise: "OK",
    except: exactOnly,
  },
  {
    field: "standingCheck",
    document: "{ standingCheck { checkedOn } }",
    arrange: async () => ({}),
    otherwise: "FORBIDDEN",
    except: { none: "UNAUTHENTICATED", admin: "OK", foreignAdmin: "OK" },
  },
];
