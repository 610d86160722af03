import { addDays, isAboutMember } from "@varde/domain";
import type { LocalDate, TemplateDefinition } from "@varde/domain";
import type { RolledOut } from "./conduct.js";
import { at, later } from "./frame.js";
import type { Frame } from "./frame.js";
import { demoId } from "./random.js";
import type { DemoRows, VersionRow } from "./rows.js";

/** A template as published in the demo; `rolledOutFrom` null when it only lies in the library. */
export type Published = {
  key: string;
  definition: TemplateDefinition;
  corePosition: number | null;
  rolledOutFrom: LocalDate | null;
};

export type TemplateOptions = { rows: DemoRows; frame: Frame; organization: string; by: string };

function addVersion(
  options: TemplateOptions,
  key: string,
  facts: Pick<VersionRow, "major" | "minor" | "state" | "definition" | "notes"> & { on: LocalDate },
): VersionRow {
  const { on, ...rest } = facts;
  const row: VersionRow = {
    organization_id: options.organization,
    id: demoId("version", options.organization, key, `${rest.major}.${rest.minor}`),
    template_id: demoId("template", options.organization, key),
    ...rest,
    about_member: isAboutMember(rest.definition.trigger),
    created_at: at(addDays(on, -7), 9),
    piloted_at: null,
    published_at: rest.state === "DRAFT" ? null : at(on, 9),
    rev: 1,
  };
  options.rows.template_version.push(row);
  return row;
}

function addRollout(options: TemplateOptions, version: VersionRow, from: LocalDate, endedOn: LocalDate | null): void {
  options.rows.rollout.push({
    organization_id: options.organization,
    id: demoId("rollout", version.id),
    template_id: version.template_id,
    version_id: version.id,
    ring: "ALL",
    all_chapters: true,
    effective_from: from,
    catch_up: "SKIP",
    created_by: options.by,
    created_at: at(addDays(from, -3), 9),
    ended_on: endedOn,
    touchpoint_count: 0,
    rev: 1,
  });
}

/** One published version 1.0, rolled out to all chapters where a day is given. */
export function publish(options: TemplateOptions, template: Published): RolledOut | null {
  const { key, definition, rolledOutFrom: from } = template;
  const publishedOn = addDays(from ?? options.frame.start, -10);
  options.rows.touchpoint_template.push({
    organization_id: options.organization,
    id: demoId("template", options.organization, key),
    key,
    core_position: template.corePosition,
    created_at: at(addDays(publishedOn, -20), 9),
    rev: 1,
  });
  const first = addVersion(options, key, {
    major: 1,
    minor: 0,
    state: "PUBLISHED",
    definition,
    notes: "Første versjon.",
    on: publishedOn,
  });
  if (from === null) return null;
  addRollout(options, first, from, null);
  return { key, templateId: first.template_id, definition, from, versions: [{ id: first.id, major: 1, from }] };
}

/** A new wording of a rolled-out template from a day on: the old version closes, the series goes on. */
export function reword(
  options: TemplateOptions,
  template: RolledOut,
  from: LocalDate,
  definition: TemplateDefinition,
  notes: string,
): RolledOut {
  const old = options.rows.template_version.find(({ id }) => id === template.versions.at(-1)?.id);
  if (old) old.state = "CLOSED";
  for (const rollout of options.rows.rollout) if (rollout.version_id === old?.id) rollout.ended_on = from;
  const version = addVersion(options, template.key, {
    major: 1,
    minor: 1,
    state: "PUBLISHED",
    definition,
    notes,
    on: addDays(from, -5),
  });
  addRollout(options, version, from, null);
  return { ...template, definition, versions: [...template.versions, { id: version.id, major: 1, from }] };
}

/** A draft of the next major version, under work. */
export function draft(options: TemplateOptions, key: string, definition: TemplateDefinition, notes: string): void {
  const on = addDays(options.frame.today, -4);
  addVersion(options, key, { major: 2, minor: 0, state: "DRAFT", definition, notes, on });
}

/** Which version each chapter has had, from the roll-outs: all of them are for all chapters. */
export function addCoverage(rows: DemoRows): void {
  for (const rollout of rows.rollout) {
    const version = rows.template_version.find(({ id }) => id === rollout.version_id);
    const next = rows.rollout.find(
      ({ template_id: id, effective_from: from }) => id === rollout.template_id && from === rollout.ended_on,
    );
    for (const chapter of rows.chapter) {
      if (chapter.organization_id !== rollout.organization_id) continue;
      if (chapter.direct_members && !version?.about_member) continue;
      const from = later(rollout.effective_from, chapter.opened_on);
      rows.rollout_chapter.push({
        organization_id: rollout.organization_id,
        chapter_id: chapter.id,
        rollout_id: rollout.id,
        template_id: rollout.template_id,
        version_id: rollout.version_id,
        from_day: from,
        until_day: rollout.ended_on === null ? null : later(from, rollout.ended_on),
        cut_by: rollout.ended_on === null ? null : (next?.id ?? null),
      });
    }
    const ids = new Set(
      rows.rollout_chapter.filter(({ rollout_id: id }) => id === rollout.id).map((one) => one.chapter_id),
    );
    rollout.touchpoint_count = rows.touchpoint.filter(
      (one) => one.version_id === rollout.version_id && !one.about_member && ids.has(one.chapter_id),
    ).length;
  }
}
