import { splitGuide } from "@varde/domain";
import { useLayoutEffect, useRef, useState, type CSSProperties } from "react";
import { useParams } from "react-router";
import { useLanguage, useTexts } from "../../texts";
import { Button, ButtonLink, ErrorState, Page, Skeleton } from "../../ui";
import { PrinterSmallIcon } from "../../ui/icons";
import { asked } from "./report-values";
import { useTaskWords } from "./task-words";
import { useTask, type Task } from "./useTask";
import "./print.css";

/** A task's guide on one sheet of A4. */
export function Component() {
  const { id = "" } = useParams();
  const { task, problem, fetching, refresh } = useTask(id);
  const texts = useTexts().touchpoints;
  const { language } = useLanguage();
  if (!task) {
    return problem ? (
      <ErrorState
        heading="h1"
        code={problem.code}
        requestId={problem.requestId}
        busy={fetching}
        onRetry={refresh}
        action={<ButtonLink to="/oppgaver">{texts.task.back}</ButtonLink>}
      />
    ) : (
      <Skeleton of="page" />
    );
  }
  return (
    <Page
      narrow
      title={texts.print.title}
      lead={texts.print.lead}
      action={
        <span className="v-print__actions">
          <Button variant="primary" icon={PrinterSmallIcon} onClick={() => print()}>
            {texts.print.print}
          </Button>
          <ButtonLink variant="quiet" to={`/oppgaver/${id}`}>
            {texts.task.backToTask}
          </ButtonLink>
        </span>
      }
    >
      <Sheet key={`${id} ${language}`} task={task} />
    </Page>
  );
}

/** From what reads best to what is still readable: points, and columns. The last is used however long it gets. */
const SIZES = [
  { points: 12, columns: 1 },
  { points: 11, columns: 1 },
  { points: 10.5, columns: 2 },
  { points: 9.5, columns: 2 },
  { points: 9, columns: 2 },
  { points: 8.5, columns: 2 },
  { points: 8, columns: 2 },
] as const;
/** Of the sheet's height, what its margins leave; and a little for a printer's own rounding. */
const ROOM = (1 - (2 * 13) / 297) * 0.97;
/** 210 mm in CSS pixels. */
const SHEET_WIDTH = (210 / 25.4) * 96;

function Sheet({ task }: { task: Task }) {
  const desk = useRef<HTMLDivElement>(null);
  const paper = useRef<HTMLElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState(0);
  const [zoom, setZoom] = useState(1);
  // a smaller size until it fits: measured before anything is painted
  useLayoutEffect(() => {
    if (!paper.current || !content.current || size >= SIZES.length - 1) return;
    const [outer, inner] = [paper.current, content.current].map((one) => one.getBoundingClientRect().height);
    if ((inner ?? 0) > (outer ?? 0) * ROOM) setSize(size + 1);
  }, [size]);
  // on a screen narrower than the paper the whole sheet is shown smaller
  useLayoutEffect(() => {
    const element = desk.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() => setZoom(Math.min(1, element.clientWidth / SHEET_WIDTH)));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const { points, columns } = SIZES[size] ?? SIZES[0];
  return (
    <div ref={desk} className="v-print">
      <article
        ref={paper}
        className="v-sheet"
        aria-label={useTexts().touchpoints.print.page}
        style={{ "--v-sheet-zoom": zoom } as CSSProperties}
      >
        <div ref={content} className="v-sheet__content" style={{ fontSize: `${points}pt` }}>
          <SheetText task={task} columns={columns} />
        </div>
      </article>
    </div>
  );
}

/** What is on the sheet: nothing of the person but what the guide says to them by first name. */
function SheetText({ task, columns }: { task: Task; columns: number }) {
  const texts = useTexts().touchpoints;
  const words = useTaskWords();
  const { language } = useLanguage();
  const { touchpoint, definition, messages, crisisContacts } = task;
  const guide = messages.find(({ channel }) => channel === "GUIDE");
  const parts = guide ? splitGuide(words.localized(guide.body), language) : null;
  const questions = asked(task.fields);
  return (
    <>
      <header className="v-sheet__head">
        <h2>{words.kind(touchpoint)}</h2>
        <p>{words.localized(definition.purpose)}</p>
      </header>
      <div className="v-sheet__columns" style={{ columnCount: columns }}>
        {parts?.tabs.map(({ heading, text }) => (
          <section key={heading} className="v-sheet__part">
            {heading && <h3>{heading}</h3>}
            <p className="v-sheet__said">{text}</p>
          </section>
        ))}
        {definition.steps.length > 0 && (
          <section className="v-sheet__part">
            <h3>{texts.print.steps}</h3>
            <ul className="v-sheet__steps">
              {definition.steps.map(({ key, text }) => (
                <li key={key}>{words.localized(text)}</li>
              ))}
            </ul>
          </section>
        )}
        {questions.length > 0 && (
          <section className="v-sheet__part">
            <h3>{texts.print.ask}</h3>
            <ul>
              {questions.map(({ key, label }) => (
                <li key={key}>{words.localized(label)}</li>
              ))}
            </ul>
          </section>
        )}
        {parts && (
          <section className="v-sheet__part">
            <h3>{parts.doNotAsk.heading}</h3>
            <p>{parts.doNotAsk.text}</p>
            <h3>{parts.whenHeavy.heading}</h3>
            <p>{parts.whenHeavy.text}</p>
          </section>
        )}
      </div>
      <footer className="v-sheet__foot">
        <h3>{texts.print.safe}</h3>
        <ul className="v-sheet__numbers">
          {crisisContacts.map(({ name, phone, note }) => (
            <li key={phone}>
              <strong>{phone}</strong> {name}
              {words.localized(note) && <span className="v-sheet__note"> {words.localized(note)}</span>}
            </li>
          ))}
        </ul>
        <p className="v-sheet__notes">{texts.print.noNotes}</p>
      </footer>
    </>
  );
}
