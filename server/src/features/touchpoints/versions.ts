import { applyOverlay, burdenSeconds } from "@varde/domain";
import type { Overlay, TemplateDefinition } from "@varde/domain";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { seated } from "../../kernel/graphql/context.js";
import type { Installation } from "../../kernel/graphql/context.js";

/** What a touchpoint needs of its version. */
export type Version = {
  id: string;
  /** `major.minor` */
  number: string;
  templateKey: string;
  definition: TemplateDefinition;
  /** estimated seconds of one report, and of one period question */
  burden: { perReport: number; perPeriod: number };
};

type VersionRow = { id: string; major: number; minor: number; definition: TemplateDefinition; key: string };

const MOST_KEPT = 500;
const MOST_ORGANIZATIONS = 50;
type Kept = Map<string, Version>;
// A version is immutable once a touchpoint can point to it, so it is read from the database once. It is only ever found
// by way of a touchpoint the asker may read. Kept by installation and organization: ids are made by clients, and two
// organizations, or two databases, may have the same.
const kept = new WeakMap<Installation, Map<string, Kept>>();

function keptOf(installation: Installation, organizationId: string): Kept {
  const organizations = kept.get(installation) ?? new Map<string, Kept>();
  kept.set(installation, organizations);
  const known = organizations.get(organizationId) ?? new Map<string, Version>();
  if (organizations.size >= MOST_ORGANIZATIONS && !organizations.has(organizationId)) organizations.clear();
  organizations.set(organizationId, known);
  return known;
}

/** The version in the chapter's own words, where it has any: what is shown and ticked. What is asked is national's. */
export const adaptedVersion = (version: Version, overlay: Overlay | null): Version =>
  overlay ? { ...version, definition: applyOverlay(version.definition, overlay) } : version;

/** The versions behind these ids, by id. A statement only for those not yet read. */
export async function versionsOf(
  installation: Installation,
  work: Work,
  ids: Iterable<string>,
): Promise<ReadonlyMap<string, Version>> {
  const { organizationId } = seated(work);
  const known = keptOf(installation, organizationId);
  const unknown = new Set<string>();
  for (const id of ids) if (!known.has(id)) unknown.add(id);
  if (unknown.size === 0) return known;
  const rows = await work.query<VersionRow>(
    `select v.id, v.major, v.minor, v.definition, t.key
       from app.template_version v join app.touchpoint_template t on t.organization_id = v.organization_id and t.id = v.template_id
      where v.organization_id = $1 and v.id = any ($2) and v.state <> 'DRAFT'`,
    [organizationId, [...unknown]],
  );
  for (const { id, major, minor, definition, key } of rows) {
    const { perReport, perPeriod } = burdenSeconds(definition);
    known.set(id, {
      id,
      number: `${major}.${minor}`,
      templateKey: key,
      definition,
      burden: { perReport, perPeriod },
    });
  }
  if (known.size <= MOST_KEPT) return known;
  const answer = new Map(known);
  for (const id of known.keys()) {
    if (known.size <= MOST_KEPT / 2) break;
    known.delete(id);
  }
  return answer;
}
