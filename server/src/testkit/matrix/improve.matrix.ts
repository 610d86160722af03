import { randomUUID } from "node:crypto";
import { v7 as uuidv7 } from "uuid";
import { emptyDefinition } from "@varde/domain";
import type { MatrixLine, MatrixWorld } from "./line.js";

async function template({ seed, federation }: MatrixWorld): Promise<string> {
  const [organization_id, id] = [federation.organizationId, randomUUID()];
  await seed.rows("touchpoint_template", { organization_id, id, key: `i${seed.unique()}` });
  const version = { id: randomUUID(), template_id: id, state: "PUBLISHED", published_at: new Date() };
  await seed.rows("template_version", {
    organization_id,
    ...version,
    definition: emptyDefinition("Sommertreff"),
    about_member: false,
  });
  return id;
}

/** What was chosen and how it went is read in the whole organization; in a chapter by those who read its numbers. */
export const improveMatrix: MatrixLine[] = [
  {
    field: "touchpointStory",
    document: `query ($templateId: ID!) { touchpointStory(templateId: $templateId) { templateId } }`,
    arrange: async (world) => ({ templateId: await template(world) }),
    otherwise: "OK",
    except: {
      none: "UNAUTHENTICATED",
      expired: "FORBIDDEN",
      foreignLeader: "NOT_FOUND",
      foreignAdmin: "NOT_FOUND",
    },
  },
  {
    field: "coreChoice",
    document: "{ coreChoice { id } }",
    arrange: async ({ seed, federation }) => {
      const id = uuidv7();
      await seed.rows("core_choice", {
        organization_id: federation.organizationId,
        id,
        year: 2199,
        chosen: "[]",
        minutes: 0,
        limit_minutes: 60,
        chosen_by: federation.admin.seatId,
      });
      return { id };
    },
    otherwise: "OK",
    except: {
      none: "UNAUTHENTICATED",
      expired: "FORBIDDEN",
      foreignLeader: "NOT_FOUND",
      foreignAdmin: "NOT_FOUND",
    },
    reached: (data, { id }) => (data["coreChoice"] as { id: string } | null)?.id === id,
  },
];
