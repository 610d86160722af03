import type { Language } from "@varde/domain";
import { audit } from "../../kernel/audit.js";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { checkInput } from "../../kernel/errors/check-input.js";
import { seated } from "../../kernel/graphql/context.js";
import type { Done } from "../../kernel/mutation.js";
import { changeOrganization } from "./change-organization.js";
import type { CrisisContact } from "./organization.type.js";
import { burdenCapRules, crisisContactRules, digitsOf, memberGoalRules, organizationRules } from "./settings.inputs.js";
import type {
  SaveCrisisContactsInput,
  SetBurdenCapInput,
  SetMemberGoalInput,
  UpdateOrganizationInput,
} from "./settings.inputs.js";

export async function updateOrganization(
  work: Work,
  input: UpdateOrganizationInput,
  language: Language,
): Promise<Done> {
  const facts = checkInput(organizationRules(language), { ...input }, language);
  const values = [facts.name, facts.shortName, facts.senderName];
  const done = await changeOrganization(
    work,
    input.rev,
    `name = $3, short_name = $4, sender_name = $5`,
    values,
    language,
  );
  await audit(work, { action: "ORGANIZATION_RENAMED", subjectType: "Organization", subjectId: done.id });
  return done;
}

export async function setBurdenCap(work: Work, input: SetBurdenCapInput, language: Language): Promise<Done> {
  const { minutes } = checkInput(burdenCapRules(language), { ...input }, language);
  const done = await changeOrganization(work, input.rev, `burden_cap_minutes = $3`, [minutes], language);
  await audit(work, {
    action: "BURDEN_CAP_CHANGED",
    subjectType: "Organization",
    subjectId: done.id,
    detail: { minutes },
  });
  return done;
}

/** Sets the goal for the number of members, or takes it away. */
export async function setMemberGoal(work: Work, input: SetMemberGoalInput, language: Language): Promise<Done> {
  const given = { goal: input.goal ? { ...input.goal } : null };
  const { goal } = checkInput(memberGoalRules(language, work.today), given, language);
  const values = goal ? [goal.members, goal.on, goal.startMembers, goal.startOn] : [null, null, null, null];
  const set = `member_goal = $3, member_goal_on = $4, member_goal_start = $5, member_goal_start_on = $6`;
  const done = await changeOrganization(work, input.rev, set, values, language);
  await audit(work, {
    action: "MEMBER_GOAL_CHANGED",
    subjectType: "Organization",
    subjectId: done.id,
    detail: goal ? { members: goal.members, on: goal.on } : {},
  });
  return done;
}

/**
 * Replaces the list of numbers to call. A number that was there keeps the day it was checked; a new one, and one that was
 * changed, has none until somebody says that they called it today.
 */
export async function saveCrisisContacts(
  work: Work,
  input: SaveCrisisContactsInput,
  language: Language,
): Promise<Done> {
  const plain = input.contacts.map((contact) => ({ ...contact, note: { ...contact.note } }));
  const { contacts } = checkInput(crisisContactRules(language), { contacts: plain }, language);
  const [row] = await work.query<{ crisis_contacts: CrisisContact[] }>(
    `select crisis_contacts from app.organization where id = $1 for update`,
    [seated(work).organizationId],
  );
  const checkedOn = new Map(row!.crisis_contacts.map((old) => [digitsOf(old.phone), old.checkedOn ?? null]));
  const next = contacts.map(({ checkedToday, ...contact }): CrisisContact => ({
    ...contact,
    checkedOn: checkedToday ? work.today : (checkedOn.get(digitsOf(contact.phone)) ?? null),
  }));
  const done = await changeOrganization(
    work,
    input.rev,
    `crisis_contacts = $3::jsonb`,
    [JSON.stringify(next)],
    language,
  );
  await audit(work, {
    action: "CRISIS_CONTACTS_CHANGED",
    subjectType: "Organization",
    subjectId: done.id,
    detail: { numbers: next.length, checked: contacts.filter((contact) => contact.checkedToday).length },
  });
  return done;
}
