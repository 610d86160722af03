import { useEffect, useRef } from "react";
import { Link } from "react-router";
import { LookAtOverviewDocument, type OverviewChangesQuery } from "../../../../graphql/generated/graphql";
import { useOverviewChangesQuery } from "../../../../graphql/generated/hooks";
import { useFormat } from "../../app/format";
import { useLive } from "../../app/live";
import { useAction } from "../../app/useAction";
import { useAllTexts } from "../../texts";
import { Card, Disclosure, Row, Rows } from "../../ui";
import "./follow-up.css";

type Changes = OverviewChangesQuery["overviewChanges"];
type Change = Changes["chapters"][number];
const FIRST = 4;

/** What is new in the reach since one was here last, and which contacts one has promised. Looking is remembered. */
export function ChangesCard() {
  const [{ data }, again] = useOverviewChangesQuery({ requestPolicy: "network-only" });
  useLive(() => again({ requestPolicy: "network-only" }));
  const { run } = useAction(LookAtOverviewDocument);
  const looked = useRef(false);
  const told = data?.overviewChanges;
  const ready = told !== undefined;
  useEffect(() => {
    // what was shown is what counts as seen; who only passed by has seen nothing
    if (!ready || looked.current) return;
    looked.current = true;
    void run({});
  }, [ready, run]);
  if (!told || (told.since === null && told.contactsDue.length === 0)) return null;
  return <Told changes={told} />;
}

function Told({ changes: { since, chapters, contactsDue } }: { changes: Changes }) {
  const texts = useAllTexts().followUp.changes;
  const format = useFormat();
  const today = format.today();
  const [first, rest] = [chapters.slice(0, FIRST), chapters.slice(FIRST)];
  return (
    <Card title={since ? texts.heading : texts.due} {...(since && { lead: texts.since(format.moment(since)) })}>
      {since && chapters.length === 0 && <p>{texts.none}</p>}
      {first.length > 0 && <List of={first} />}
      {rest.length > 0 && (
        <Disclosure summary={texts.more(format.number(rest.length))}>
          <List of={rest} />
        </Disclosure>
      )}
      {contactsDue.length > 0 && (
        <>
          {since && <h3 className="v-follow__due">{texts.due}</h3>}
          <Rows>
            {contactsDue.map(({ chapter, on }) => (
              <Row key={chapter.id}>
                <div className="v-follow">
                  <p className="v-follow__what">
                    <Link to={`/lag/${chapter.id}`}>{chapter.shortName}</Link>
                  </p>
                  <p className="v-follow__note">
                    {on < today ? texts.duePast(format.relativeDay(on)) : texts.dueOn(format.relativeDay(on))}
                  </p>
                </div>
              </Row>
            ))}
          </Rows>
        </>
      )}
    </Card>
  );
}

function List({ of }: { of: readonly Change[] }) {
  return (
    <Rows>
      {of.map((change) => (
        <Row key={change.chapter.id}>
          <ChangeLine change={change} />
        </Row>
      ))}
    </Rows>
  );
}

function ChangeLine({ change }: { change: Change }) {
  const texts = useAllTexts().followUp.changes;
  const format = useFormat();
  const counted = (n: number, say: (n: string, one: boolean) => string): string[] =>
    n > 0 ? [say(format.number(n), n === 1)] : [];
  const words = [
    ...(change.answer ? [texts.answer[change.answer]] : []),
    ...(change.nowInNeed ? [texts.inNeed] : []),
    ...(change.noLongerInNeed ? [texts.wellAgain] : []),
    ...counted(change.asked, texts.asked),
    ...counted(change.seatsTaken, texts.seatsTaken),
    ...counted(change.seatsEnded, texts.seatsEnded),
    ...counted(change.done, texts.done),
    ...counted(change.missed, texts.missed),
  ];
  return (
    <div className="v-follow">
      <p className="v-follow__what">
        <Link to={`/lag/${change.chapter.id}`}>{change.chapter.shortName}</Link>
      </p>
      <p className="v-follow__note">{words.join(" ")}</p>
    </div>
  );
}
