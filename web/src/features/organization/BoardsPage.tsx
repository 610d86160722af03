import { Link, useSearchParams } from "react-router";
import type { BoardsToLookAtQuery } from "../../../../graphql/generated/graphql";
import { useBoardsToLookAtQuery } from "../../../../graphql/generated/hooks";
import { errorOf } from "../../app/errors";
import { useFormat } from "../../app/format";
import { useAllTexts, useTexts } from "../../texts";
import { Card, Chips, EmptyState, ErrorState, Page, Row, Rows, Skeleton, Stack } from "../../ui";
import { BoardToLookAt } from "./BoardToLookAt";
import "./organization.css";

const DAYS = ["30", "60", "90"] as const;
type Days = (typeof DAYS)[number];
const LACKS = ["BOARD", "LEADER", "BOARD_ENDS", "LEADER_ENDS"] as const;

/** The boards that are unknown, or about to end: what is missing, since when, and the way to somebody new. */
export function Component() {
  const texts = useAllTexts().boards;
  const { chapter } = useTexts().organization;
  const [search, setSearch] = useSearchParams();
  const days: Days = DAYS.find((one) => one === search.get("dager")) ?? "60";
  const [result, retry] = useBoardsToLookAtQuery({ variables: { withinDays: Number(days) } });
  const problem = errorOf(result.error);
  const found = result.data?.boardsToLookAt;
  return (
    <Page narrow title={texts.title} lead={texts.lead} crumb={<Link to="/lag">{chapter.crumb}</Link>}>
      <Stack>
        <Chips
          label={texts.within}
          value={days}
          options={DAYS.map((value) => ({ value, label: texts.days(value) }))}
          onChange={(value: Days) => setSearch({ dager: value }, { replace: true })}
        />
        {!found && problem && (
          <ErrorState {...problem} busy={result.fetching} onRetry={() => retry({ requestPolicy: "network-only" })} />
        )}
        {!found && !problem && <Skeleton of="cards" count={3} />}
        {found && <Found found={found} days={days} />}
      </Stack>
    </Page>
  );
}

function Found({ found, days }: { found: BoardsToLookAtQuery["boardsToLookAt"]; days: Days }) {
  const texts = useAllTexts().boards;
  const { number } = useFormat();
  const { boards, totalCount } = found;
  if (boards.length === 0)
    return (
      <EmptyState title={texts.none} lit>
        {texts.noneBody(days)}
      </EmptyState>
    );
  return (
    <>
      {LACKS.map((lack) => ({ lack, some: boards.filter(({ missing }) => missing === lack) })).map(
        ({ lack, some }) =>
          some.length > 0 && (
            <Card key={lack} title={texts.groups[lack]} lead={texts.leads[lack]}>
              <Rows>
                {some.map((board) => (
                  <Row key={board.chapterId}>
                    <BoardToLookAt board={board} />
                  </Row>
                ))}
              </Rows>
            </Card>
          ),
      )}
      {totalCount > boards.length && <p>{texts.more(number(boards.length), number(totalCount))}</p>}
    </>
  );
}
