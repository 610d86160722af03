import { useState } from "react";
import { Link } from "react-router";
import { InviteBoardsDocument, type InviteBoardsMutation } from "../../../../graphql/generated/graphql";
import { useFormat } from "../../app/format";
import { useAction } from "../../app/useAction";
import { useCan } from "../../app/viewer";
import { useTexts } from "../../texts";
import {
  Alert,
  Button,
  ButtonLink,
  Card,
  DataTable,
  EmptyState,
  ErrorState,
  Form,
  FormActions,
  Page,
  Tag,
  TextArea,
} from "../../ui";
import { Failed } from "./Failed";
import { withoutLines } from "./without-lines";
import "./organization.css";

type BoardRow = InviteBoardsMutation["inviteBoards"]["rows"][number];

/** Boards pasted from a sheet: first how each line is understood, then the invitations. A leader's list is of the own board. */
export function Component() {
  const { sheet: texts, chapter, board } = useTexts().organization;
  const everywhere = useCan("SEAT_GRANT");
  const own = useCan("SEAT_GRANT_BOARD");
  const back = everywhere ? "/lag" : "/styret";
  const look = useAction(InviteBoardsDocument);
  const send = useAction(InviteBoardsDocument);
  const [text, setText] = useState("");
  const [rows, setRows] = useState<readonly BoardRow[] | null>(null);
  const [invited, setInvited] = useState<number | null>(null);
  const check = async (over: string) => {
    const seen = await look.run({ text: over, dryRun: true });
    if (seen) setRows(seen.inviteBoards.rows);
  };
  const bad = rows?.filter((row) => row.problem !== null) ?? [];
  const fresh = rows?.filter((row) => row.problem === null && !row.already).length ?? 0;
  const removeBad = () => {
    const left = withoutLines(
      text,
      bad.map((row) => row.line),
    );
    setText(left);
    if (left.trim() === "") setRows(null);
    else void check(left);
  };
  const act = async () => {
    const done = await send.run({ text, dryRun: false });
    if (done) setInvited(done.inviteBoards.invited);
    // somebody else may have invited one of them meanwhile
    else await check(text);
  };
  const startOver = () => {
    setText("");
    setRows(null);
    setInvited(null);
  };
  const crumb = <Link to={back}>{everywhere ? chapter.crumb : board.title}</Link>;

  if (!everywhere && !own) return <ErrorState heading="h1" code="FORBIDDEN" />;
  if (invited !== null) {
    return (
      <Page narrow title={texts.doneTitle(invited)} crumb={crumb}>
        <EmptyState
          lit
          title={everywhere ? texts.doneBody : texts.own.doneBody}
          action={
            <div className="v-tools">
              <ButtonLink to={back} variant="primary">
                {everywhere ? texts.toChapters : texts.own.toBoard}
              </ButtonLink>
              <Button onClick={startOver}>{texts.again}</Button>
            </div>
          }
        />
      </Page>
    );
  }
  return (
    <Page title={everywhere ? texts.title : texts.own.title} lead={texts.lead} crumb={crumb}>
      {rows === null ? (
        <Card>
          <Form onSubmit={() => void check(text)} problems={look.otherProblems(["text"])}>
            <TextArea
              {...(everywhere ? pick(texts) : pick(texts.own))}
              rows={10}
              value={text}
              onChange={setText}
              problem={look.problemAt("text")}
            />
            <Failed error={look.error} />
            <FormActions>
              <Button variant="primary" type="submit" busy={look.busy}>
                {texts.check}
              </Button>
            </FormActions>
          </Form>
        </Card>
      ) : (
        <Card
          title={texts.ready(fresh)}
          {...(bad.length > 0 && { aside: <Tag tone="attention">{texts.bad(bad.length)}</Tag> })}
        >
          <Preview rows={rows} everywhere={everywhere} />
          {rows.some((row) => row.already) && <p>{texts.alreadyBody}</p>}
          {[...send.otherProblems(), ...look.otherProblems()].map((message) => (
            <Alert key={message} tone="warn" live>
              {message}
            </Alert>
          ))}
          <Failed error={send.error ?? look.error} />
          <div className="v-tools v-tools--under">
            <Button onClick={() => setRows(null)}>{texts.change}</Button>
            {bad.length > 0 ? (
              <Button variant="primary" busy={look.busy} onClick={removeBad}>
                {texts.removeBad(bad.length)}
              </Button>
            ) : (
              fresh > 0 && (
                <Button variant="primary" busy={send.busy} onClick={() => void act()}>
                  {texts.send(fresh)}
                </Button>
              )
            )}
          </div>
        </Card>
      )}
    </Page>
  );
}

type Words = { label: string; help: string; placeholder: string };
const pick = ({ label, help, placeholder }: Words): Words => ({ label, help, placeholder });

function Preview({ rows, everywhere }: { rows: readonly BoardRow[]; everywhere: boolean }) {
  const { organization, app } = useTexts();
  const texts = organization.sheet;
  const { number } = useFormat();
  const state = ({ problem, already }: BoardRow) =>
    problem !== null ? (
      <span className="v-bad">{problem}</span>
    ) : already ? (
      <Tag>{texts.already}</Tag>
    ) : (
      <Tag tone="good">{texts.fine}</Tag>
    );
  return (
    <DataTable
      caption={texts.caption}
      rows={rows}
      rowKey={(row) => String(row.line)}
      highlight={(row) => row.problem !== null}
      columns={[
        { key: "name", header: texts.name, rowHeader: true, cell: (row) => row.name || texts.unknown },
        {
          key: "state",
          header: texts.state,
          wrap: true,
          cell: state,
        },
        { key: "email", header: texts.email, cell: (row) => row.email },
        ...(everywhere
          ? [{ key: "unit", header: texts.unit, cell: (row: BoardRow) => row.chapterName ?? texts.unknown }]
          : []),
        { key: "role", header: texts.role, cell: (row) => (row.role ? app.seat.roles[row.role] : texts.unknown) },
        { key: "line", header: texts.line, numeric: true, deskOnly: true, cell: (row) => number(row.line) },
      ]}
    />
  );
}
