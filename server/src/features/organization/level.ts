import { inLevelWords } from "@varde/domain";
import type { Language, LevelTerm } from "@varde/domain";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { say } from "../../kernel/errors/say.js";
import type { Sentence } from "../../kernel/errors/say.js";
import { seated } from "../../kernel/graphql/context.js";

/** What the organization acted in calls the tier between national and its chapters. */
export async function levelTerm(work: Work): Promise<LevelTerm> {
  const [row] = await work.query<{ term: LevelTerm }>(
    `select upper(region_term) as term from app.organization where id = $1`,
    [seated(work).organizationId],
  );
  return row!.term;
}

/** As `say`, for a sentence with `<region>` and its like: in the organization's own word. */
export const sayLevel = async (work: Work, language: Language, sentence: Sentence): Promise<string> =>
  inLevelWords(say(language, sentence), await levelTerm(work), language);
