import { readFragment, type FragmentType } from "../../../../graphql/generated";
import { AnswerCatchUpDocument, CatchUpCard_QuestionFragmentDoc } from "../../../../graphql/generated/graphql";
import { useFormat } from "../../app/format";
import { useAction } from "../../app/useAction";
import { localized, useLanguage, useTexts } from "../../texts";
import { Button, Card, Row, Rows } from "../../ui";
import { ActionAlert } from "./ActionAlert";

const SHOWN = 4;

/** The board is asked whether to take up what was due before it was given the task. */
export function CatchUpCard({
  question,
  onChanged,
}: {
  question: FragmentType<typeof CatchUpCard_QuestionFragmentDoc>;
  onChanged: () => void;
}) {
  const { rolloutId, rev, templateName, occurrences, dueOn } = readFragment(CatchUpCard_QuestionFragmentDoc, question);
  const words = useTexts().news.catchUp;
  const { language } = useLanguage();
  const format = useFormat();
  const answer = useAction(AnswerCatchUpDocument);
  const say = async (take: boolean): Promise<void> => {
    if (await answer.run({ rolloutId, rev, take })) onChanged();
  };
  return (
    <Card title={words.title(localized(templateName, language))}>
      <p>{words.body(occurrences.length)}</p>
      <Rows>
        {occurrences.slice(-SHOWN).map((one) => (
          <Row key={one.occurrence}>{words.was(format.date(one.dueOn))}</Row>
        ))}
      </Rows>
      <p>{words.until(format.date(dueOn))}</p>
      <div className="v-catch-up">
        <Button busy={answer.busy} onClick={() => void say(true)}>
          {words.yes(occurrences.length)}
        </Button>
        <Button busy={answer.busy} onClick={() => void say(false)}>
          {words.no}
        </Button>
      </div>
      <ActionAlert error={answer.error} problems={answer.problems} />
    </Card>
  );
}
