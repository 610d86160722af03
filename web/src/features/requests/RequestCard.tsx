import type { ReactNode } from "react";
import { readFragment, type FragmentType } from "../../../../graphql/generated";
import { RequestCard_RequestFragmentDoc } from "../../../../graphql/generated/graphql";
import { useFormat } from "../../app/format";
import { useTexts } from "../../texts";
import { Tag } from "../../ui";
import { useRequestWords } from "./useRequestWords";
import "./requests.css";

type RequestCardProps = {
  request: FragmentType<typeof RequestCard_RequestFragmentDoc>;
  /** what it is about, where requests about several tasks stand together */
  about?: ReactNode;
  /** what can be done about it */
  children?: ReactNode;
};

/** What a board asks about a task, and the answer. */
export function RequestCard({ request: masked, about, children }: RequestCardProps) {
  const request = readFragment(RequestCard_RequestFragmentDoc, masked);
  const texts = useTexts().requests;
  const words = useRequestWords();
  const format = useFormat();
  const { state, reason, askedByName, askedAt, decidedByName, decidedAt, answerCode, answer } = request;
  const unasked = reason === "UNASKED";
  const outcome = words.outcome(request);
  const day = (instant: string): string => format.moment(instant);
  return (
    <article className="v-request">
      {about}
      <p className="v-request__asks">
        <strong>{words.asks(request)}</strong>
        {state === "ASKED" && <Tag tone="attention">{texts.waiting}</Tag>}
      </p>
      {!unasked && (
        <>
          <p className="v-request__why">
            {reason === "OTHER" ? request.words : [texts.reasons[reason], request.words].filter(Boolean).join(": ")}
          </p>
          <p className="v-request__note">{askedByName ? texts.askedBy(askedByName, day(askedAt)) : day(askedAt)}</p>
        </>
      )}
      {state === "LAPSED" && <p className="v-request__note">{texts.lapsed}</p>}
      {decidedAt && (
        <div className="v-request__answer">
          {outcome && (
            <p>
              <strong>{outcome}</strong>
            </p>
          )}
          {(answerCode || answer) && (
            <p>{[answerCode && texts.answers[answerCode], answer].filter(Boolean).join(" ")}</p>
          )}
          <p className="v-request__note">
            {decidedByName ? texts.answeredBy(decidedByName, day(decidedAt)) : day(decidedAt)}
          </p>
        </div>
      )}
      {children}
    </article>
  );
}
