import { addDays } from "@varde/domain";
import { v7 as uuidv7 } from "uuid";
import type { Seed } from "../../testkit/seed.js";

/** A chapter with an open duty for each of `dues`, in days from today; made some days ago. */
export async function seedChapterWith(
  seed: Seed,
  today: string,
  facts: { organizationId: string; shortName: string; dues: readonly number[]; createdDaysAgo: number },
): Promise<string> {
  const { organizationId, shortName, dues, createdDaysAgo } = facts;
  const chapterId = await seed.chapter(organizationId, null, { short_name: shortName });
  const [templateId, versionId] = [uuidv7(), uuidv7()];
  await seed.rows("touchpoint_template", { organization_id: organizationId, id: templateId, key: `k${seed.unique()}` });
  await seed.rows("template_version", {
    organization_id: organizationId,
    id: versionId,
    template_id: templateId,
    state: "PUBLISHED",
    about_member: false,
    definition: {},
    published_at: new Date(),
  });
  for (const [index, due] of dues.entries()) {
    await seed.rows("touchpoint", {
      organization_id: organizationId,
      chapter_id: chapterId,
      id: uuidv7(),
      template_id: templateId,
      version_id: versionId,
      major: 1,
      about_member: false,
      occurrence: `o${index}`,
      opens_on: addDays(today, Math.min(due, 0) - createdDaysAgo),
      due_on: addDays(today, due),
      miss_on: addDays(today, due + 30),
      first_due_on: addDays(today, due),
      created_at: new Date(Date.now() - createdDaysAgo * 86_400_000),
    });
  }
  return chapterId;
}
