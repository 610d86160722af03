import type { SurveyDefinition } from "@varde/domain";
import { inAuth } from "../../../kernel/db/run-work.js";
import type { Installation } from "../../../kernel/graphql/context.js";
import { inGroups } from "./in-groups.js";
import type { MetSurvey } from "./page.js";

/** A survey behind a link. */
export type FollowedLink = MetSurvey & { surveyId: string; chapterId: string; state: "OPEN" | "PLANNED" | "CLOSED" };

type LinkRow = {
  code: string;
  survey_id: string;
  chapter_id: string;
  organization: string;
  chapter: string;
  definition: SurveyDefinition;
  state: FollowedLink["state"];
};

/** What becomes of a form: TAKEN; AGAIN when its ticket was spent, so that it is counted already; or why it is not taken. */
export type Said = "TAKEN" | "AGAIN" | "NOT_FOUND" | "CLOSED" | "FULL";
type Form = { code: string; ticket: Buffer; sealed: string };

const MOST_LINKS = 500;
const MOST_FORMS = 60;

/** What the form asks of the database, in groups: a class that answers at once shares a few transactions. */
export function surveyDoor(installation: Installation) {
  const follow = inGroups<string, FollowedLink | null>(MOST_LINKS, async (codes) => {
    const rows = await inAuth(installation, (work) =>
      work.query<LinkRow>(
        `select c.code, p.survey_id, p.chapter_id, p.organization, p.chapter, p.definition, p.state
           from unnest($1::text[]) c (code) cross join lateral authz.survey_page(c.code) p`,
        [[...new Set(codes)]],
      ),
    );
    const links = new Map(
      rows.map(({ code, survey_id, chapter_id, ...met }) => [
        code,
        { ...met, surveyId: survey_id, chapterId: chapter_id },
      ]),
    );
    return codes.map((code) => links.get(code) ?? null);
  });

  const take = inGroups<Form, Said>(MOST_FORMS, async (forms) => {
    // in the order of their tickets' hashes, which is chance: not as they came, and two copies of the server cannot wait for each other
    const sorted = forms.toSorted((a, b) => Buffer.compare(a.ticket, b.ticket));
    const rows = await inAuth(installation, (work) =>
      work.query<{ said: Said }>(
        `select t.said from unnest($1::text[], $2::bytea[], $3::text[]) with ordinality f (code, ticket, form, n)
          cross join lateral authz.take_form(f.code, f.ticket, f.form) t (said) order by f.n`,
        [sorted.map(({ code }) => code), sorted.map(({ ticket }) => ticket), sorted.map(({ sealed }) => sealed)],
      ),
    );
    const said = new Map(sorted.map((form, i) => [form, rows[i]!.said]));
    return forms.map((form) => said.get(form)!);
  });

  return { follow, take };
}
