import { addDays, weekday } from "@varde/domain";
import type { ReactNode } from "react";
import { Link } from "react-router";
import { useFormat } from "../../app/format";
import { useTexts } from "../../texts";
import { Cairn, Disclosure, Hills, Page, RowCards } from "../../ui";
import { ReturnedHero } from "./ReturnedHero";
import { TaskHero, TaskLineRow } from "./TaskRow";
import { minutesNow } from "./task-words";
import { TodayAside } from "./TodayAside";
import { TodayLinks } from "./TodayLinks";
import type { Day, TaskLine } from "./useToday";
import { WhoseSwitch } from "./WhoseSwitch";

const FIRST_CARDS = 3;
const GROUPS = ["overdue", "today", "week", "later"] as const;
type Group = (typeof GROUPS)[number];
/** Longer than an evening says nothing any more. */
const MOST_MINUTES = 180;

const minutesOf = (rows: readonly TaskLine[]): number => rows.reduce((sum, row) => sum + minutesNow(row), 0);

function groupOn(today: string): (row: TaskLine) => Group {
  const sunday = addDays(today, 7 - weekday(today));
  return ({ dueOn }) => (dueOn < today ? "overdue" : dueOn === today ? "today" : dueOn <= sunday ? "week" : "later");
}

/** The headline: whom, or how much, in one line. Beyond what is fetched it is tasks that are counted. */
function useHeadline(day: Day): string {
  const { touchpoints, workday } = useTexts();
  const format = useFormat();
  const mine = day.whose === "MINE" || day.counts.board === day.counts.mine;
  const count = mine ? day.counts.mine : day.counts.board;
  const words = (n: number): string => format.sentence(format.words(n));
  if (day.waiting.length === 0) return workday.returned(words(day.returned.length), day.returned.length > 1);
  const people = new Map(day.waiting.flatMap(({ member }) => (member ? [[member.id, member.firstName]] : [])));
  const [only] = people.values();
  const whole = count <= day.waiting.length;
  if (whole && people.size === 1 && only) return mine ? touchpoints.today.person(only) : workday.personBoard(only);
  if (whole && people.size > 1)
    return mine ? touchpoints.today.waitingPeople(words(people.size), true) : workday.peopleBoard(words(people.size));
  return mine ? touchpoints.today.waiting(words(count), count > 1) : workday.waitingBoard(words(count), count > 1);
}

/** Something waits: three cards with one solid button, and the rest in groups by when it is due. */
export function TodayWaiting({ day, news }: { day: Day; news: ReactNode }) {
  const { touchpoints, workday: texts, app } = useTexts();
  const format = useFormat();
  const [sentBack, ...moreSentBack] = day.returned;
  const cards = day.waiting.slice(0, FIRST_CARDS - Math.min(day.returned.length, FIRST_CARDS - 1));
  const first = sentBack ? undefined : cards[0];
  const next = sentBack ? cards : cards.slice(1);
  const minutes = format.aboutMinutes(minutesOf(cards));
  const more = day.waiting.length > cards.length && cards.length > 1;
  const lead = more
    ? texts.firstOf(format.words(cards.length), minutes)
    : touchpoints.today.lead(touchpoints.today.tasks(cards.length), minutes);
  const rest = day.waiting.slice(cards.length);
  const total = day.whose === "MINE" ? day.counts.mine : day.counts.board;
  const ownUnsaid = day.whose === "MINE";
  return (
    <>
      <Hills />
      <Page
        title={useHeadline(day)}
        documentTitle={app.nav.today}
        {...(cards.length > 0 && { lead })}
        art={<Cairn size="small" />}
      >
        <WhoseSwitch day={day} />
        <div className="v-today">
          <div className="v-today__main">
            {sentBack && <ReturnedHero row={sentBack} />}
            {first && <TaskHero row={first} />}
            {moreSentBack.length + next.length > 0 && (
              <RowCards>
                {[...moreSentBack, ...next].map((row) => (
                  <TaskLineRow key={row.id} row={row} ownUnsaid={ownUnsaid} />
                ))}
              </RowCards>
            )}
            <Groups rows={rest} shown={cards} day={day} />
          </div>
          <div className="v-today__rest">
            {news}
            <TodayAside day={day} />
          </div>
        </div>
        <TodayLinks
          {...(total > day.waiting.length && { total })}
          {...(day.whose === "MINE" && { to: "/oppgaver?hvem=mine" })}
        />
      </Page>
    </>
  );
}

/** What is not among the first cards, folded by when it is due, with the minutes it takes; what rests comes last. */
function Groups({ rows, shown, day }: { rows: readonly TaskLine[]; shown: readonly TaskLine[]; day: Day }) {
  const texts = useTexts().workday;
  const format = useFormat();
  const groupOf = groupOn(format.today());
  const summary = (name: string, count: number, list: readonly TaskLine[]): string => {
    const minutes = minutesOf(list);
    const title = texts.group(name, count);
    return list.length === count && minutes <= MOST_MINUTES
      ? texts.groupMinutes(title, format.aboutMinutes(minutes))
      : title;
  };
  return (
    <>
      {GROUPS.map((group) => {
        const list = rows.filter((row) => groupOf(row) === group);
        const count = day.counts[group] - shown.filter((row) => groupOf(row) === group).length;
        if (list.length === 0) return null;
        return (
          <Disclosure key={group} summary={summary(texts.groups[group], count, list)}>
            <Rows rows={list} day={day} />
          </Disclosure>
        );
      })}
      <Resting day={day} />
    </>
  );
}

function Rows({ rows, day }: { rows: readonly TaskLine[]; day: Day }) {
  return (
    <RowCards joined>
      {rows.map((row) => (
        <TaskLineRow key={row.id} row={row} ownUnsaid={day.whose === "MINE"} />
      ))}
    </RowCards>
  );
}

/** What rests after an attempt, by the day it comes back. */
export function Resting({ day }: { day: Day }) {
  const texts = useTexts().workday;
  if (day.resting.length === 0) return null;
  return (
    <Disclosure summary={texts.group(texts.groups.resting, day.counts.resting)}>
      <Rows rows={day.resting} day={day} />
      {day.counts.resting > day.resting.length && (
        <Link className="v-today__more" to="/oppgaver?vis=resting">
          {texts.seeAll(day.counts.resting)}
        </Link>
      )}
    </Disclosure>
  );
}
