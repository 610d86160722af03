import { Link } from "react-router";
import { useFormat } from "../../app/format";
import { SurveysNow } from "../../app/surveys-now";
import { useTexts } from "../../texts";
import { Card, Row, RowCard, Rows, StatusLine, RowCards } from "../../ui";
import { CalendarIcon, PersonCircleIcon } from "../../ui/icons";
import { useMeetingWords } from "../meetings";
import { taskPath } from "./TaskRow";
import { useTaskWords } from "./task-words";
import type { Day, MissedLine } from "./useToday";

/** As many as one bears to read; the rest is a link. */
const SHOWN = 3;

/** Beside today's work: whom nobody reached in time, what lies ahead, and what members are asked. */
export function TodayAside({ day }: { day: Day }) {
  return (
    <>
      <MissedCard day={day} />
      <AheadCard day={day} />
      <SurveysNow surveys={day.surveysNow} />
    </>
  );
}

/** A moment that ran out is not made undone, but one can still say hello. */
function MissedCard({ day }: { day: Day }) {
  const texts = useTexts().workday.missed;
  const { missed } = day.counts;
  if (day.missed.length === 0) return null;
  return (
    <Card tone="good" title={texts.title(missed)} lead={texts.lead}>
      <RowCards joined>
        {day.missed.slice(0, SHOWN).map((row) => (
          <MissedRow key={row.id} row={row} />
        ))}
      </RowCards>
      {missed > SHOWN && (
        <Link className="v-today__more" to="/oppgaver?vis=missed&gjelder=member">
          {texts.all(missed)}
        </Link>
      )}
    </Card>
  );
}

function MissedRow({ row }: { row: MissedLine }) {
  const texts = useTexts().workday.missed;
  const words = useTaskWords();
  const format = useFormat();
  const { member, lastChance } = row;
  if (!member) return null;
  const when = lastChance ? texts.tried(format.relativeDay(lastChance.on)) : texts.ran(format.relativeDay(row.dueOn));
  return (
    <RowCard
      to={taskPath(row)}
      icon={PersonCircleIcon}
      title={texts.act(member.firstName)}
      status={
        <StatusLine status="MISSED">
          {words.kind(row)} · {when}
        </StatusLine>
      }
    />
  );
}

/** «Framover»: the next meeting and the next duties, on one quiet card. */
function AheadCard({ day }: { day: Day }) {
  const texts = useTexts().workday.ahead;
  const words = useTaskWords();
  const meetings = useMeetingWords();
  const format = useFormat();
  const { nextMeeting, ahead, counts } = day;
  if (!nextMeeting && ahead.length === 0) return null;
  return (
    <Card title={texts.title}>
      <Rows>
        {nextMeeting && (
          <Row>
            <Link className="v-ahead" to={`/treff/${nextMeeting.id}`}>
              <CalendarIcon aria-hidden fontSize="1.375rem" />
              <span>
                <strong>{meetings.name(nextMeeting)}</strong>
                <span>{meetings.when(nextMeeting)}</span>
              </span>
            </Link>
          </Row>
        )}
        {ahead.map((row) => (
          <Row key={row.id}>
            <Link className="v-ahead" to={taskPath(row)}>
              <CalendarIcon aria-hidden fontSize="1.375rem" />
              <span>
                <strong>{words.whole(row)}</strong>
                <span>{texts.opens(format.relativeDay(row.opensOn), format.relativeDay(row.dueOn))}</span>
              </span>
            </Link>
          </Row>
        ))}
      </Rows>
      {counts.coming > ahead.length && (
        <Link className="v-today__more" to="/oppgaver?vis=coming">
          {texts.coming(counts.coming)}
        </Link>
      )}
    </Card>
  );
}
