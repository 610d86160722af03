import { definition, template } from "../../features/standings/standings.testing.js";
import type { MatrixLine } from "./line.js";

type Standings = { targetStandings: { targets: { rows: { chapter: { id: string } }[] }[] } };

/** Whoever may compare chapters may see how they stand to a target, in the same reach; exact only the own chapter's board. */
export const targetsMatrix: MatrixLine[] = [
  {
    field: "targetStandings",
    document: `query ($templateId: ID!) { targetStandings(templateId: $templateId) { targets { rows { chapter { id } } } } }`,
    arrange: async ({ seed, federation }) => {
      const target = { key: "done", kind: "COMPLETION", threshold: 0.8, period: "YEAR", text: { nb: "Mål" } } as const;
      const { id } = await template(seed, federation, { definition: definition({ targets: [target] }) });
      return { templateId: id, chapterId: federation.chapters.own };
    },
    otherwise: "OK",
    except: {
      none: "UNAUTHENTICATED",
      expired: "FORBIDDEN",
      siblingLeader: "NOT_FOUND",
      farCoordinator: "NOT_FOUND",
      foreignLeader: "NOT_FOUND",
      foreignAdmin: "NOT_FOUND",
    },
    reached: (data, { chapterId }) =>
      (data as Standings).targetStandings.targets.some(({ rows }) => rows.some((row) => row.chapter.id === chapterId)),
  },
  {
    field: "ownTargets",
    document: "{ ownTargets { templateId } }",
    arrange: async () => ({}),
    otherwise: "OK",
    except: {
      none: "UNAUTHENTICATED",
      expired: "FORBIDDEN",
      mentor: "FORBIDDEN",
      coordinator: "FORBIDDEN",
      farCoordinator: "FORBIDDEN",
      editor: "FORBIDDEN",
      admin: "FORBIDDEN",
      foreignAdmin: "FORBIDDEN",
    },
  },
];
