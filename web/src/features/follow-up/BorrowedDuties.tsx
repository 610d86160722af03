import type { BorrowedQueueQuery, BorrowedQueuesQuery } from "../../../../graphql/generated/graphql";
import { useBorrowedQueuesQuery } from "../../../../graphql/generated/hooks";
import { useFormat } from "../../app/format";
import { useLive } from "../../app/live";
import { localized, useAllTexts, useLanguage } from "../../texts";
import { Row, Rows } from "../../ui";
import "./follow-up.css";

export type BorrowedDuty = BorrowedQueuesQuery["borrowedQueues"][number]["duties"][number];
type Same = NonNullable<BorrowedQueueQuery["borrowedQueue"]>["duties"][number];

/** What waits in the chapters of the reach where nobody is at it, by chapter; null until it is known. */
export function useBorrowedDuties(): ReadonlyMap<string, readonly BorrowedDuty[]> | null {
  const [{ data }, again] = useBorrowedQueuesQuery({ requestPolicy: "cache-and-network" });
  useLive(() => again({ requestPolicy: "network-only" }));
  return data ? new Map(data.borrowedQueues.map(({ chapterId, duties }) => [chapterId, duties])) : null;
}

/** A chapter's duties as counts, the first deadline first. */
export function BorrowedDuties({ duties }: { duties: readonly (BorrowedDuty | Same)[] }) {
  const texts = useAllTexts().followUp.queue;
  const format = useFormat();
  const { language } = useLanguage();
  if (duties.length === 0) return <p>{texts.none}</p>;
  return (
    <Rows>
      {duties.map(({ templateId, name, count, overdue, dueOn }) => (
        <Row key={templateId}>
          <div className="v-follow">
            <p className="v-follow__what">
              <strong>{localized(name, language)}</strong>
            </p>
            <p className="v-follow__note">
              {[
                texts.duty(format.number(count), count === 1),
                texts.due(format.relativeDay(dueOn)),
                ...(overdue > 0 ? [texts.overdue(format.number(overdue))] : []),
              ].join(" · ")}
            </p>
          </div>
        </Row>
      ))}
    </Rows>
  );
}
