import type { Language, LevelTerm } from "@varde/domain";
import { audit } from "../../kernel/audit.js";
import type { AuditLine } from "../../kernel/audit.js";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { checkInput } from "../../kernel/errors/check-input.js";
import { refuse } from "../../kernel/errors/refusal.js";
import { say } from "../../kernel/errors/say.js";
import { seated } from "../../kernel/graphql/context.js";
import type { Done } from "../../kernel/mutation.js";
import { changeOrganization } from "./change-organization.js";
import { coreSetHolds, FEDERATION_TEXTS } from "./federation-settings.texts.js";
import { OFFICES } from "./federation-settings.type.js";
import type { FederationSettings, SettingName } from "./federation-settings.type.js";
import {
  agesRules,
  coreLimitRules,
  coreSetSizeRules,
  languagesRules,
  mainColourRules,
  readingLimitRules,
  retentionRules,
  smallNumbersRules,
} from "./federation-settings.inputs.js";
import type {
  SetAgesInput,
  SetCoreLimitInput,
  SetCoreSetSizeInput,
  SetLanguagesInput,
  SetLevelTermInput,
  SetMainColourInput,
  SetReadingLimitInput,
  SetRetentionInput,
  SetSecondFactorInput,
  SetSmallNumbersInput,
} from "./federation-settings.inputs.js";

/** What holds where nobody chose another: `authz.count_reading`, record 51. */
const READING_LIMIT = 150;
const CHOSEN = `(select count(*)::int from app.touchpoint_template t where t.organization_id = o.id and t.core_position is not null)`;
const READ = `select o.rev, upper(o.region_term) as "levelTerm", o.min_age as "minAge", o.self_join_age as "selfJoinAge",
    o.digital_consent_age as "digitalConsentAge", o.grant_age as "grantAge", o.max_age as "maxAge", o.suppression_k as "suppressionK",
    o.suppression_reason as "suppressionReason", o.suppression_before as "suppressionBefore", o.languages, o.main_colour as "mainColour",
    o.core_set_size as "coreSetSize", ${CHOSEN} as "coreSetChosen",
    o.core_limit_minutes as "coreLimitMinutes", o.burden_cap_minutes as "burdenCapMinutes", o.keep_follow_up_months as "keepFollowUpMonths",
    o.passkey_only as "passkeyOnly", (select coalesce(json_agg(json_build_object('office', k, 'since', o.second_factor_since ->> k,
      'from', ((o.second_factor_since ->> k)::timestamptz at time zone 'Europe/Oslo')::date + 14) order by n), '[]')
      from unnest(o.second_factor) with ordinality u (k, n)) as "secondFactor",
    o.keep_attendance_months as "keepAttendanceMonths", o.keep_invitations_days as "keepInvitationsDays",
    coalesce((select l.points from app.reading_limit l where l.organization_id = o.id), ${READING_LIMIT}) as "readingLimit"
  from app.organization o where o.id = $1`;

/** The settings of the organization acted in, with who changed each. */
export async function readFederationSettings(work: Work): Promise<FederationSettings> {
  const [row] = await work.query<Omit<FederationSettings, "oldInvitations" | "changes">>(READ, [
    seated(work).organizationId,
  ]);
  const secondFactor = row!.secondFactor.map((asked) => ({ ...asked, since: new Date(asked.since) }));
  const oldInvitations = await work.query<{ afterDays: number; n: number }>(
    `select after_days as "afterDays", n from authz.invitations_over('{30,60,90}')`,
  );
  const changes = await work.query<{ setting: SettingName; at: Date; actorName: string | null }>(
    `select action as setting, at, actor_name as "actorName" from authz.settings_changes()`,
  );
  return { ...row!, secondFactor, oldInvitations, changes };
}

async function changed(
  work: Work,
  rev: number,
  columns: Readonly<Record<string, unknown>>,
  language: Language,
  line: { action: SettingName; detail: NonNullable<AuditLine["detail"]> },
): Promise<Done> {
  const set = Object.keys(columns).map((name, index) => `${name} = $${index + 3}`);
  const done = await changeOrganization(work, rev, set.join(", "), Object.values(columns), language);
  await audit(work, { ...line, subjectType: "Organization", subjectId: done.id });
  return done;
}

export async function setLevelTerm(work: Work, input: SetLevelTermInput, language: Language): Promise<Done> {
  const term: LevelTerm = input.term;
  const detail = { term };
  return changed(work, input.rev, { region_term: term.toLowerCase() }, language, { action: "LEVEL_NAMED", detail });
}

export async function setAges(work: Work, input: SetAgesInput, language: Language): Promise<Done> {
  const ages = checkInput(agesRules(language), { ...input, maxAge: input.maxAge ?? null }, language);
  const columns = {
    min_age: ages.minAge,
    self_join_age: ages.selfJoinAge,
    digital_consent_age: ages.digitalConsentAge,
    grant_age: ages.grantAge,
    max_age: ages.maxAge,
  };
  return changed(work, input.rev, columns, language, { action: "AGES_CHANGED", detail: columns });
}

/**
 * Sets the limit of small numbers. What was published stays as it is: a release reads the limit of its own day, and what that was is
 * kept by the database.
 */
export async function setSmallNumbers(work: Work, input: SetSmallNumbersInput, language: Language): Promise<Done> {
  const { k, reason } = checkInput(smallNumbersRules(language), { ...input }, language);
  const [now] = await work.query<{ k: number; rev: number }>(
    `select suppression_k as k, rev from app.organization where id = $1`,
    [seated(work).organizationId],
  );
  const { k: was, rev } = now!;
  if (was === k && rev === input.rev) refuse("INVALID", say(language, FEDERATION_TEXTS.sameLimit), ["k"]);
  const columns = { suppression_k: k, suppression_reason: reason };
  return changed(work, input.rev, columns, language, { action: "SMALL_NUMBERS_CHANGED", detail: { from: was, to: k } });
}

export async function setLanguages(work: Work, input: SetLanguagesInput, language: Language): Promise<Done> {
  const { languages } = checkInput(languagesRules(language), { languages: [...input.languages] }, language);
  const detail = { languages: languages.join(" ") };
  return changed(work, input.rev, { languages }, language, { action: "LANGUAGES_CHANGED", detail });
}

export async function setMainColour(work: Work, input: SetMainColourInput, language: Language): Promise<Done> {
  const { colour } = checkInput(mainColourRules(language), { colour: input.colour ?? null }, language);
  return changed(work, input.rev, { main_colour: colour }, language, { action: "COLOUR_CHANGED", detail: { colour } });
}

/** Sets how many the core set may hold: no fewer than it does. */
export async function setCoreSetSize(work: Work, input: SetCoreSetSizeInput, language: Language): Promise<Done> {
  const { size } = checkInput(coreSetSizeRules(language), { ...input }, language);
  const [held] = await work.query<{ chosen: number }>(
    `select count(*)::int as chosen from app.touchpoint_template where organization_id = $1 and core_position is not null`,
    [seated(work).organizationId],
  );
  if (held!.chosen > size) refuse("INVALID", say(language, coreSetHolds(held!.chosen)), ["size"]);
  const columns = { core_set_size: size };
  return changed(work, input.rev, columns, language, { action: "CORE_SET_SIZE_CHANGED", detail: { size } });
}

/** Sets what the whole core set may ask of a chapter in a month, or leaves it to the cap on all that is asked. */
export async function setCoreLimit(work: Work, input: SetCoreLimitInput, language: Language): Promise<Done> {
  const { minutes } = checkInput(coreLimitRules(language), { minutes: input.minutes ?? null }, language);
  const columns = { core_limit_minutes: minutes };
  return changed(work, input.rev, columns, language, { action: "CORE_LIMIT_CHANGED", detail: { minutes } });
}

/** Sets after how much reading in an hour somebody is told; what is the standard is not kept. */
export async function setReadingLimit(work: Work, input: SetReadingLimitInput, language: Language): Promise<Done> {
  const { points } = checkInput(readingLimitRules(language), { ...input }, language);
  const done = await changed(work, input.rev, {}, language, { action: "READING_LIMIT_CHANGED", detail: { points } });
  const { organizationId } = seated(work);
  await work.query(`delete from app.reading_limit where organization_id = $1`, [organizationId]);
  if (points !== READING_LIMIT) {
    await work.query(`insert into app.reading_limit (organization_id, points) values ($1, $2)`, [
      organizationId,
      points,
    ]);
  }
  return done;
}

export async function setRetention(work: Work, input: SetRetentionInput, language: Language): Promise<Done> {
  const times = checkInput(retentionRules(language), { ...input }, language);
  const columns = {
    keep_follow_up_months: times.followUpMonths,
    keep_attendance_months: times.attendanceMonths,
    keep_invitations_days: times.invitationsDays,
  };
  return changed(work, input.rev, columns, language, { action: "RETENTION_CHANGED", detail: columns });
}

/** Says which offices are asked for a second factor. When each was asked first is the database's to keep. */
export async function setSecondFactor(work: Work, input: SetSecondFactorInput, language: Language): Promise<Done> {
  const offices = OFFICES.filter((office) => input.offices.includes(office));
  const columns = { second_factor: offices, passkey_only: input.passkeyOnly };
  const detail = { offices: offices.join(" "), passkeyOnly: input.passkeyOnly };
  return changed(work, input.rev, columns, language, { action: "SECOND_FACTOR_CHANGED", detail });
}
