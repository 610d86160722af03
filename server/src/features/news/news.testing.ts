import { addDays, emptyDefinition } from "@varde/domain";
import type { TemplateDefinition } from "@varde/domain";
import { v7 as uuidv7 } from "uuid";
import type { Seed } from "../../testkit/seed.js";

export type Given = { templateId: string; versionId: string; rolloutId: string };

/** As if no hour were quiet: mails leave whenever the tests run. */
export const neverQuiet = (seed: Seed): Promise<unknown> =>
  seed.client.query("update app.organization set quiet_from = '00:00', quiet_to = '00:00', quiet_days = '{}'");

/** Makes versions and gives them to chapters, as roll-outs leave them. */
export function versionsOf(seed: Seed, organizationId: string, createdBy: string, today: string) {
  const tenant = { organization_id: organizationId };

  async function template(key = `n${seed.unique()}`): Promise<string> {
    const id = uuidv7();
    await seed.rows("touchpoint_template", { ...tenant, id, key });
    return id;
  }

  async function version(
    templateId: string,
    number: string,
    over: Partial<TemplateDefinition> = {},
    state = "PUBLISHED",
  ) {
    const id = uuidv7();
    const [major, minor] = number.split(".").map(Number);
    await seed.rows("template_version", {
      ...tenant,
      id,
      template_id: templateId,
      major,
      minor,
      state,
      published_at: state === "DRAFT" ? null : new Date(),
      about_member: false,
      definition: { ...emptyDefinition("Sommertreff"), ...over },
      notes: `Nytt i ${number}`,
    });
    return id;
  }

  /** gives a version to chapters `daysAgo`; what they had of the template ends there */
  async function give(
    templateId: string,
    versionId: string,
    chapters: readonly string[],
    daysAgo: number,
  ): Promise<Given> {
    const rolloutId = uuidv7();
    const from = addDays(today, -daysAgo);
    await seed.rows("rollout", {
      ...tenant,
      id: rolloutId,
      template_id: templateId,
      version_id: versionId,
      ring: "WAVE",
      all_chapters: false,
      effective_from: from,
      catch_up: "SKIP",
      created_by: createdBy,
    });
    for (const chapterId of chapters) {
      await seed.client.query(
        `update app.rollout_chapter set until_day = $4, cut_by = $5 where organization_id = $1 and chapter_id = $2 and template_id = $3 and until_day is null`,
        [organizationId, chapterId, templateId, from, rolloutId],
      );
      await seed.rows("rollout_chapter", {
        ...tenant,
        rollout_id: rolloutId,
        chapter_id: chapterId,
        template_id: templateId,
        version_id: versionId,
        from_day: from,
      });
    }
    return { templateId, versionId, rolloutId };
  }

  return { template, version, give };
}
