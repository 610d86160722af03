import { useState } from "react";
import { useAnswerTextsQuery } from "../../../../graphql/generated/hooks";
import { errorOf } from "../../app/errors";
import { useFormat } from "../../app/format";
import { useAllTexts } from "../../texts";
import { Button, Card, ErrorState, Row, Rows, Skeleton } from "../../ui";

/** What boards wrote, newest first, a page at a time. */
export function AnswerTexts({ templateId, period }: { templateId: string; period: string }) {
  const [cursors, setCursors] = useState<readonly (string | null)[]>([null]);
  return (
    <Card>
      {cursors.map((after, index) => (
        <Part
          key={after ?? "first"}
          variables={{ templateId, period, after }}
          last={index === cursors.length - 1}
          onMore={(next) => setCursors([...cursors, next])}
        />
      ))}
    </Card>
  );
}

type PartProps = {
  variables: { templateId: string; period: string; after: string | null };
  last: boolean;
  onMore: (next: string) => void;
};

function Part({ variables, last, onMore }: PartProps) {
  const { standings, ui } = useAllTexts();
  const format = useFormat();
  const [{ data, error, fetching }, retry] = useAnswerTextsQuery({ variables });
  const failure = errorOf(error);
  if (failure && !data)
    return <ErrorState code={failure.code} requestId={failure.requestId} busy={fetching} onRetry={() => retry()} />;
  if (!data) return <Skeleton of="text" count={4} />;
  const { nodes, pageInfo } = data.answerTexts;
  if (nodes.length === 0 && variables.after === null)
    return <p className="v-answers__note">{standings.answers.textsNone}</p>;
  const next = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  return (
    <>
      <Rows>
        {nodes.map(({ chapter, fieldKey, text, dueOn }) => (
          <Row key={`${chapter.id} ${fieldKey} ${dueOn} ${text}`}>
            <figure className="v-answers__text">
              <blockquote>{text}</blockquote>
              <figcaption>
                {chapter.shortName} · {format.date(dueOn)}
              </figcaption>
            </figure>
          </Row>
        ))}
      </Rows>
      {last && next !== null && (
        <Button variant="quiet" onClick={() => onMore(next)}>
          {ui.actions.showMore}
        </Button>
      )}
    </>
  );
}
