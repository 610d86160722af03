import { readFragment, type FragmentType } from "../../../../graphql/generated";
import { PilotNotices_QuestionFragmentDoc } from "../../../../graphql/generated/graphql";
import { localized, useLanguage, useTexts } from "../../texts";
import { RowCard, RowCards } from "../../ui";
import { ChatIcon } from "../../ui/icons";

type PilotNoticesProps = { questions: readonly FragmentType<typeof PilotNotices_QuestionFragmentDoc>[] };

/** On I dag: the pilots that ask the own board and have had no answer. What is answered is changed from its own page. */
export function PilotNotices({ questions }: PilotNoticesProps) {
  const texts = useTexts().news.pilot;
  const { language } = useLanguage();
  const waiting = questions
    .map((question) => readFragment(PilotNotices_QuestionFragmentDoc, question))
    .filter(({ answer }) => !answer);
  if (waiting.length === 0) return null;
  return (
    <RowCards>
      {waiting.map((question) => (
        <RowCard
          key={question.pilotId}
          to={`/pilot/${question.pilotId}`}
          icon={ChatIcon}
          title={texts.card(localized(question.templateName, language))}
          status={texts.cardLead(1)}
        />
      ))}
    </RowCards>
  );
}
