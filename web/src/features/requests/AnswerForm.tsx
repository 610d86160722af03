import { addDays } from "@varde/domain";
import { useState } from "react";
import { DecideRequestDocument, UndoDecisionDocument, type RequestAnswer } from "../../../../graphql/generated/graphql";
import { useFormat } from "../../app/format";
import { useUndo } from "../../app/undo";
import { useAction } from "../../app/useAction";
import { useAllTexts } from "../../texts";
import { Button, Chips, DateField, Disclosure, TextArea } from "../../ui";
import { Outcome } from "./Outcome";
import { MOST_DAYS, suggestedDay } from "./suggested-day";
import type { RequestData } from "./useRequestWords";

const ANSWERS: readonly RequestAnswer[] = ["FINE", "THANKS", "TRY_ANYWAY", "LET_US_TALK", "APPLIES_TO_ALL"];

/** The answer in place: a kind sentence of a list, of duties also words, and two big buttons. */
export function AnswerForm({ request, onChanged }: { request: RequestData; onChanged: () => void }) {
  const texts = useAllTexts().requestsPage;
  const answers = useAllTexts().requests.answers;
  const format = useFormat();
  const decide = useAction(DecideRequestDocument);
  const takeBack = useUndoDecision(onChanged);
  const offerUndo = useUndo();
  const { id, rev, kind, aboutMember } = request;
  const first = request.untilFrom ?? addDays(format.today(), 1);
  const last = addDays(format.today(), MOST_DAYS);
  const [until, setUntil] = useState(() =>
    suggestedDay(format.today(), request.untilFrom ?? null, request.wantedDays ?? null),
  );
  const [code, setCode] = useState<RequestAnswer | null>(null);
  const [words, setWords] = useState("");
  const answer = async (accept: boolean): Promise<void> => {
    const done = await decide.run({
      id,
      rev,
      accept,
      until: accept && kind === "EXCEPTION" ? until : null,
      answerCode: code,
      answer: aboutMember ? null : words,
    });
    if (done) {
      const now = done.decideRequest.request;
      offerUndo({
        message: accept ? texts.accepted : texts.declined,
        undo: () => void (now && takeBack.run(now.id, now.rev)),
      });
    }
    // refused too: somebody may have been first, and the page shows how it stands
    onChanged();
  };
  return (
    <div className="v-request__form">
      {kind === "EXCEPTION" && (
        <DateField
          label={texts.until}
          help={request.untilFrom ? texts.now(format.day(addDays(request.untilFrom, -1))) : undefined}
          value={until}
          min={first}
          max={last}
          problem={decide.problemAt("until")}
          onChange={setUntil}
        />
      )}
      <Chips
        label={texts.answer}
        value={code}
        onChange={setCode}
        options={ANSWERS.map((value) => ({ value, label: answers[value] }))}
        problem={decide.problemAt("answer")}
      />
      {!aboutMember && (
        <Disclosure summary={texts.words}>
          <TextArea hideLabel label={texts.words} rows={2} maxLength={300} value={words} onChange={setWords} />
        </Disclosure>
      )}
      <div className="v-request__big">
        <Button wide variant="secondary" busy={decide.busy} onClick={() => void answer(true)}>
          {texts.accept[kind]}
        </Button>
        <Button wide variant="secondary" busy={decide.busy} onClick={() => void answer(false)}>
          {texts.decline}
        </Button>
      </div>
      <Outcome action={decide} fields={["until", "answer"]} />
    </div>
  );
}

/** Takes an answer back, and shows how it stands then. */
export function useUndoDecision(onChanged: () => void) {
  const undo = useAction(UndoDecisionDocument);
  return {
    ...undo,
    run: async (id: string, rev: number): Promise<void> => {
      await undo.run({ id, rev });
      onChanged();
    },
  };
}
