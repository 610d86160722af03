import { randomUUID } from "node:crypto";
import type { TemplateDefinition } from "@varde/domain";
import type { Seed } from "../../../testkit/seed.js";
import { gathering } from "../templates.testing.js";

export type Made = { organizationId: string; templateId: string; versionId: string };

/** Makes published templates and versions as the owner would. */
export function templateMaker(seed: Seed) {
  async function version(
    { organizationId, templateId }: Omit<Made, "versionId">,
    definition: TemplateDefinition,
    over: Record<string, unknown> = {},
  ): Promise<string> {
    const id = randomUUID();
    await seed.rows("template_version", {
      organization_id: organizationId,
      id,
      template_id: templateId,
      state: "PUBLISHED",
      definition,
      about_member: definition.trigger.kind.startsWith("MEMBER") || definition.trigger.aboutMember === true,
      published_at: new Date(),
      ...over,
    });
    return id;
  }
  async function template(organizationId: string, over: Partial<TemplateDefinition> = {}, columns: object = {}) {
    const templateId = randomUUID();
    const key = `t${seed.unique()}`;
    await seed.rows("touchpoint_template", { organization_id: organizationId, id: templateId, key });
    const versionId = await version({ organizationId, templateId }, gathering(over), { ...columns });
    return { organizationId, templateId, versionId, key };
  }
  let members = 0;
  async function member(organizationId: string, chapterId: string, over: Record<string, unknown> = {}) {
    const id = randomUUID();
    members += 1;
    await seed.rows("member", {
      organization_id: organizationId,
      chapter_id: chapterId,
      id,
      first_name: `M${members}`,
      joined_on: "2020-01-01",
      joined_chapter_on: over.joined_on ?? "2020-01-01",
      ...over,
    });
    return id;
  }
  async function touchpoint(made: Made, chapterId: string, over: Record<string, unknown>) {
    const id = randomUUID();
    const due = over.due_on ?? over.opens_on;
    await seed.rows("touchpoint", {
      organization_id: made.organizationId,
      chapter_id: chapterId,
      id,
      template_id: made.templateId,
      version_id: made.versionId,
      major: 1,
      about_member: false,
      occurrence: `o-${id.slice(0, 8)}`,
      due_on: due,
      miss_on: due,
      first_due_on: due,
      ...over,
    });
    return id;
  }
  return { template, version, member, touchpoint };
}
