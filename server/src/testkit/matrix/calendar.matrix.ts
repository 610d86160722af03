import { emptyDefinition } from "@varde/domain";
import { randomUUID } from "node:crypto";
import { v7 as uuidv7 } from "uuid";
import type { MatrixLine, MatrixWorld } from "./line.js";

const OUT = { none: "UNAUTHENTICATED", leader: "OK", board: "OK" } as const;
// they have a calendar of their own chapter
const OWN = { ...OUT, siblingLeader: "OK", foreignLeader: "OK" } as const;
const ELSEWHERE = { ...OUT, siblingLeader: "NOT_FOUND", foreignLeader: "NOT_FOUND" } as const;
const input = async () => ({ input: { key: randomUUID() } });

async function meeting({ seed, federation }: MatrixWorld): Promise<{ id: string }> {
  const id = uuidv7();
  await seed.rows("meeting", {
    organization_id: federation.organizationId,
    chapter_id: federation.chapters.own,
    id,
    kind: "GATHERING",
    held_on: "2026-05-12",
  });
  return { id };
}

async function touchpoint({ seed, federation }: MatrixWorld): Promise<{ id: string }> {
  const [id, templateId, versionId] = [uuidv7(), uuidv7(), uuidv7()];
  const tenant = { organization_id: federation.organizationId };
  await seed.rows("touchpoint_template", { ...tenant, id: templateId, key: `k${seed.unique()}` });
  await seed.rows("template_version", {
    ...tenant,
    id: versionId,
    template_id: templateId,
    state: "PUBLISHED",
    about_member: false,
    definition: emptyDefinition("Medlemsmøte"),
    published_at: new Date(),
  });
  await seed.rows("touchpoint", {
    ...tenant,
    chapter_id: federation.chapters.own,
    id,
    template_id: templateId,
    version_id: versionId,
    major: 1,
    about_member: false,
    occurrence: "o",
    opens_on: "2026-05-01",
    due_on: "2026-05-12",
    miss_on: "2026-06-12",
    first_due_on: "2026-05-12",
  });
  return { id };
}

/** A board's own calendar: the chapter's meetings and deadlines, for those who sit on it. */
export const calendarMatrix: MatrixLine[] = [
  {
    field: "calendarFeed",
    document: `{ calendarFeed { createdAt } }`,
    arrange: async () => ({}),
    otherwise: "FORBIDDEN",
    except: OWN,
  },
  {
    field: "createCalendarFeed",
    document: `mutation ($input: CreateCalendarFeedInput!) { createCalendarFeed(input: $input) { url } }`,
    arrange: input,
    otherwise: "FORBIDDEN",
    except: OWN,
  },
  {
    field: "revokeCalendarFeed",
    document: `mutation ($input: RevokeCalendarFeedInput!) { revokeCalendarFeed(input: $input) { calendarFeed { createdAt } } }`,
    arrange: input,
    otherwise: "FORBIDDEN",
    except: OWN,
  },
  {
    field: "meetingCalendarFile",
    document: `query ($id: ID!) { meetingCalendarFile(id: $id) }`,
    arrange: meeting,
    otherwise: "FORBIDDEN",
    except: ELSEWHERE,
  },
  {
    field: "touchpointCalendarFile",
    document: `query ($id: ID!) { touchpointCalendarFile(id: $id) }`,
    arrange: touchpoint,
    otherwise: "FORBIDDEN",
    except: ELSEWHERE,
  },
];
