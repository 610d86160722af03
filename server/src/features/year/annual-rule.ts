import { ANNUAL_RULE } from "@varde/domain";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { seated } from "../../kernel/graphql/context.js";
import type { AnnualMeetingRule } from "./year.type.js";

/** What the organization's statutes say of annual meetings: as it has set it, or what usually holds (`rev` 0). */
export async function annualRule(work: Work): Promise<AnnualMeetingRule> {
  const [row] = await work.query<AnnualMeetingRule>(
    `select last_month as "lastMonth", last_day as "lastDay", notice_days as "noticeDays", papers_days as "papersDays", voting_age as "votingAge",
            agenda, source, rev from app.annual_rule where organization_id = $1`,
    [seated(work).organizationId],
  );
  return row ?? { ...ANNUAL_RULE, agenda: null, source: "", rev: 0 };
}
