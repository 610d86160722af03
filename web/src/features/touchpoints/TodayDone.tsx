import type { ReactNode } from "react";
import { useFormat } from "../../app/format";
import { useViewer } from "../../app/viewer";
import { useTexts } from "../../texts";
import { ButtonLink, Card, LitScene, Page, Row, Rows } from "../../ui";
import { CheckmarkIcon } from "../../ui/icons";
import { useTaskWords } from "./task-words";
import { TodayAside } from "./TodayAside";
import { TodayLinks } from "./TodayLinks";
import { Resting } from "./TodayWaiting";
import type { Day } from "./useToday";
import { WhoseSwitch } from "./WhoseSwitch";

const SHOWN = 5;

/** Who was spoken with today, in a sentence; else what stands for any day. */
function useThanks(day: Day): string {
  const { touchpoints, workday } = useTexts();
  const format = useFormat();
  const { account } = useViewer();
  const name = account.name.split(" ")[0] ?? account.name;
  const reached = day.doneToday.flatMap(({ member, outcome }) =>
    member && outcome === "REACHED" ? [member.firstName] : [],
  );
  const [only] = reached;
  if (reached.length === 1 && only) return workday.done.thanks(name, workday.done.seenOne(only));
  if (reached.length > 1 && reached.length <= SHOWN)
    return workday.done.thanks(name, workday.done.seen(format.list(reached)));
  return day.doneToday.length > 0 ? touchpoints.today.doneSome(name) : touchpoints.today.doneLead(name);
}

/** The cairn has its light: what came of the day, and what is next. With only one's own done, the way to the board's. */
export function TodayDone({ day, news }: { day: Day; news: ReactNode }) {
  const { touchpoints, workday, ui, app } = useTexts();
  const words = useTaskWords();
  const thanks = useThanks(day);
  const more = day.counts.board;
  const nothingAhead = more === 0 && !day.nextMeeting && day.ahead.length + day.resting.length === 0;
  return (
    <Page
      narrow
      title={more > 0 ? workday.done.mineTitle : touchpoints.today.doneTitle}
      documentTitle={app.nav.today}
      lead={more > 0 ? workday.done.mineLead(more) : thanks}
      scene={<LitScene title={ui.cairn.lit} />}
    >
      {more > 0 && (
        <div className="v-today__on">
          <ButtonLink variant="primary" to="/?hvem=styret">
            {workday.done.toBoard}
          </ButtonLink>
        </div>
      )}
      {day.doneToday.length > 0 && (
        <Card>
          <Rows>
            {day.doneToday.slice(0, SHOWN).map((task) => (
              <Row key={task.id}>
                <span className="v-today__done">
                  <CheckmarkIcon aria-hidden fontSize="1.5rem" />
                  <span>
                    {task.member
                      ? touchpoints.today.donePerson(task.member.firstName)
                      : touchpoints.today.doneTask(words.kind(task))}
                  </span>
                </span>
              </Row>
            ))}
          </Rows>
        </Card>
      )}
      {news}
      {nothingAhead && <p className="v-today__next">{touchpoints.today.nothingLead}</p>}
      <Resting day={day} />
      <TodayAside day={day} />
      {more > 0 && <WhoseSwitch day={day} />}
      <TodayLinks />
    </Page>
  );
}
