import { addDays, osloDate } from "@varde/domain";
import { useState } from "react";
import { readFragment } from "../../../../graphql/generated";
import {
  SeatPapersRow_SeatPapersFragmentDoc,
  type SeatPapersRow_SeatPapersFragment,
} from "../../../../graphql/generated/graphql";
import { useSeatPapersQuery } from "../../../../graphql/generated/hooks";
import { errorOf } from "../../app/errors";
import { useFormat } from "../../app/format";
import { useAllTexts } from "../../texts";
import { Alert, Button, Card, ErrorState, Pager, Row, Rows, Skeleton, Tag } from "../../ui";
import { AttestDialog } from "./AttestDialog";
import "./safe-people.css";

export type PapersData = SeatPapersRow_SeatPapersFragment;

/**
 * The papers of a board's seats, or for national of every seat that lacks some. `quiet`: nothing where nothing is asked for, on a page
 * that is about more.
 */
export function PapersCard({ chapterId, quiet = false }: { chapterId: string | null; quiet?: boolean }) {
  const { safePeople: texts, app } = useAllTexts();
  const format = useFormat();
  const [after, setAfter] = useState<string | null>(null);
  const [earlier, setEarlier] = useState<readonly PapersData[]>([]);
  const [recording, setRecording] = useState<PapersData | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const [result, reload] = useSeatPapersQuery({ variables: { chapterId, lacking: chapterId === null, after } });
  const problem = errorOf(result.error);
  const again = () => reload({ requestPolicy: "network-only" });
  const page = result.data?.seatPapers;
  const fetched = page?.nodes.map((node) => readFragment(SeatPapersRow_SeatPapersFragmentDoc, node)) ?? [];
  const seats = [...earlier, ...fetched];
  if (quiet && (!page || seats.length === 0)) return null;
  const finished = (message: string) => {
    setRecording(null);
    setDone(message);
    setEarlier([]);
    setAfter(null);
    again();
  };
  const soon = (papers: PapersData) => papers.attestUntil && papers.attestUntil <= addDays(format.today(), 60);
  return (
    <Card title={chapterId ? texts.boardTitle : texts.allTitle} lead={texts.listLead}>
      {done && (
        <Alert tone="success" live>
          {done}
        </Alert>
      )}
      {!page && problem && (
        <ErrorState code={problem.code} requestId={problem.requestId} busy={result.fetching} onRetry={again} />
      )}
      {!page && !problem && <Skeleton of="text" count={3} />}
      {page && seats.length === 0 && <p>{texts.allInOrder}</p>}
      {seats.length > 0 && (
        <Rows>
          {seats.map((papers) => (
            <Row key={papers.seatId}>
              <div className="v-papers">
                <div className="v-papers__who">
                  <p className="v-papers__name">{papers.holderName}</p>
                  <p className="v-papers__facts">
                    {app.seat.roles[papers.role]} · {papers.unitName}
                  </p>
                  {papers.attestShownOn && (
                    <p className="v-papers__facts">
                      {texts.shownTo(format.fullDate(papers.attestShownOn), papers.seenByName)}
                      {papers.attestUntil && ` ${texts.goodUntil(format.fullDate(papers.attestUntil))}`}
                    </p>
                  )}
                  {papers.declarationAt && (
                    <p className="v-papers__facts">
                      {texts.acceptedOn(format.fullDate(osloDate(new Date(papers.declarationAt))))}
                    </p>
                  )}
                </div>
                <div className="v-papers__lacks">
                  {papers.lacks.length === 0 && (
                    <Tag tone={soon(papers) ? "attention" : "good"}>{soon(papers) ? texts.soon : texts.there}</Tag>
                  )}
                  {papers.lacks.map((lack) => (
                    <Tag key={lack} tone="attention">
                      {texts.lacks[lack]}
                    </Tag>
                  ))}
                  {papers.own ? (
                    <span className="v-papers__facts">{texts.ownRow}</span>
                  ) : (
                    <Button
                      variant="quiet"
                      aria-label={texts.recordOf(papers.holderName)}
                      onClick={() => {
                        setDone(null);
                        setRecording(papers);
                      }}
                    >
                      {texts.record}
                    </Button>
                  )}
                </div>
              </div>
            </Row>
          ))}
        </Rows>
      )}
      {page && (
        <Pager
          shown={seats.length}
          {...(page.totalCount !== null && page.totalCount !== undefined && { total: page.totalCount })}
          hasMore={page.pageInfo.hasNextPage}
          busy={result.fetching}
          onMore={() => {
            setEarlier(seats);
            setAfter(page.pageInfo.endCursor ?? null);
          }}
        />
      )}
      {recording && <AttestDialog papers={recording} onClose={() => setRecording(null)} onDone={finished} />}
    </Card>
  );
}
