import { useState } from "react";
import {
  AnswerGoodExampleDocument,
  DeclineGoodExampleDocument,
  type GoodExampleCard_QuestionFragment,
} from "../../../../graphql/generated/graphql";
import { newId } from "../../app/ids";
import { useOnline } from "../../app/online";
import { read, write } from "../../app/storage";
import { useAction } from "../../app/useAction";
import { localized, useLanguage, useTexts } from "../../texts";
import { Alert, Button, Card, ErrorState, TextArea } from "../../ui";
import "./good-examples.css";

/** With the other drafts: it goes when one signs out. */
const draftKey = (id: string): string => `varde.draft.${id}`;

type GoodExampleCardProps = { question: GoodExampleCard_QuestionFragment; onSettled: () => void };

/** «… får dere til bedre enn de fleste. Hva gjør dere?» Never a number of another chapter. */
export default function GoodExampleCard({ question: { id, rev, templateName }, onSettled }: GoodExampleCardProps) {
  const { practices } = useTexts();
  const texts = practices.asked;
  const { language } = useLanguage();
  const online = useOnline();
  const answer = useAction(AnswerGoodExampleDocument);
  const decline = useAction(DeclineGoodExampleDocument);
  const [practiceId] = useState(newId);
  const [text, setText] = useState(() => read(draftKey(id)) ?? "");
  const [said, setSaid] = useState<"thanks" | "declined" | null>(null);
  const settle = (how: "thanks" | "declined") => {
    write(draftKey(id), null);
    setSaid(how);
    onSettled();
  };
  const share = async (): Promise<void> => {
    if (await answer.run({ id, rev, practiceId, text })) settle("thanks");
  };
  const notNow = async (): Promise<void> => {
    if (await decline.run({ id, rev })) settle("declined");
  };
  if (said) {
    return (
      <Alert tone="success" live>
        {texts[said]}
      </Alert>
    );
  }
  const busy = answer.busy || decline.busy;
  return (
    <Card title={texts.title(localized(templateName, language))} lead={texts.lead}>
      <TextArea
        label={texts.question}
        help={practices.writeHelp}
        footnote={texts.footnote}
        rows={4}
        maxLength={600}
        value={text}
        problem={answer.problemAt("text")}
        onChange={(written) => {
          setText(written);
          write(draftKey(id), written || null);
        }}
      />
      <p role="status" className="v-good-example__offline">
        {!online && texts.offline}
      </p>
      {[...answer.otherProblems(["text"]), ...decline.otherProblems()].map((message) => (
        <Alert key={message} tone="warn" live>
          {message}
        </Alert>
      ))}
      {online && (answer.error ?? decline.error) && <ErrorState {...(answer.error ?? decline.error)!} />}
      <div className="v-good-example__acts">
        <Button busy={answer.busy} aria-disabled={!online || busy} onClick={() => void share()}>
          {texts.share}
        </Button>
        <Button variant="quiet" busy={decline.busy} aria-disabled={!online || busy} onClick={() => void notNow()}>
          {texts.notNow}
        </Button>
      </div>
    </Card>
  );
}
