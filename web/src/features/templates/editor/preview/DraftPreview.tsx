import { memo, useEffect, useMemo, useRef, useState } from "react";
import { isAboutMember, isDoneByEach, type Language, type TemplateDefinition } from "@varde/domain";
import { useFormat } from "../../../../app/format";
import { InLanguage, useAllTexts } from "../../../../texts";
import { Frame, PageBody } from "../../../../ui";
import {
  DutyView,
  EachView,
  OutcomeView,
  PartsCard,
  ReportView,
  TaskView,
  type CrisisContactData,
} from "../../../touchpoints";
import type { SectionName } from "../definition";
import { ringPart } from "./ring-part";
import { partAt, sampleFields, sampleParts, sampleTask, sampleValues, type PreviewChapter } from "./sample-task";
import "./preview.css";

export const SCREENS = { phone: { width: 390, height: 740 }, desk: { width: 1280, height: 800 } } as const;
export type Screen = keyof typeof SCREENS;

type DraftPreviewProps = {
  definition: TemplateDefinition;
  language: Language;
  section: SectionName;
  /** the place being edited, `steps.3.text` */
  editing: string | null;
  screen: Screen;
  chapter: PreviewChapter | null;
  withMeeting: boolean;
  crisisContacts: readonly CrisisContactData[];
};

/** What the chapter will see of the draft, by the very components of its pages, on a screen of the chosen size. */
export const DraftPreview = memo(function DraftPreview({ screen, language, ...props }: DraftPreviewProps) {
  const words = useAllTexts().editor.preview;
  const { width, height } = SCREENS[screen];
  const box = useRef<HTMLDivElement>(null);
  const part = partAt(props.definition, props.editing);
  useEffect(() => {
    const inside = box.current?.querySelector("iframe")?.contentDocument;
    if (inside) ringPart(inside, part);
  });
  return (
    <div className={`v-screen v-screen--${screen}`} ref={box}>
      <Frame title={words.frame[screen]} width={width} height={height} lang={language}>
        <InLanguage language={language}>
          <Shown {...props} />
        </InLanguage>
      </Frame>
    </div>
  );
});

type ShownProps = Omit<DraftPreviewProps, "screen" | "language">;

/** The page of the part one is writing: the report where one writes the questions, else the task. */
function Shown({ definition, section, editing, chapter, withMeeting, crisisContacts }: ShownProps) {
  const texts = useAllTexts();
  const words = texts.editor.preview;
  const today = useFormat().today();
  const task = useMemo(
    () =>
      sampleTask(definition, {
        chapter,
        withMeeting,
        today,
        crisisContacts,
        people: words.people,
        unnamed: texts.templates.editor.unnamed,
      }),
    [definition, chapter, withMeeting, today, crisisContacts, words, texts],
  );
  const aboutMember = isAboutMember(definition.trigger);
  const inReport = section === "report" || section === "targets";
  const message = editing?.startsWith("messages.")
    ? definition.messages[Number(editing.split(".")[1])]?.key
    : undefined;
  const nothing = (): void => undefined;
  const each = isDoneByEach(definition) && !aboutMember;
  const parts = sampleParts(words.people);
  const period = definition.periodReport?.field;
  if (inReport && editing?.startsWith("periodReport") && period) {
    const fields = sampleFields([period]);
    return (
      <Report
        key="period"
        fields={fields}
        touchpoint={{ ...task.touchpoint, member: null, isPeriodReport: true, mayBeEmpty: false }}
        crisisContacts={crisisContacts}
        today={today}
      />
    );
  }
  if (inReport && !aboutMember && !each) {
    return (
      <Report
        key="report"
        fields={sampleFields(definition.reportFields)}
        touchpoint={{ ...task.touchpoint, mayBeEmpty: definition.trigger.kind === "PERIOD" }}
        crisisContacts={crisisContacts}
        today={today}
      />
    );
  }
  return (
    <TaskView
      task={task}
      frame={PageBody}
      withContact
      withMessages
      firstMessage={message}
      done={[]}
      onTick={nothing}
      asideAbove={each && <PartsCard parts={parts} />}
    >
      {each ? (
        <EachView parts={parts} open busy={false} onConfirm={nothing} onTakeBack={nothing} />
      ) : aboutMember ? (
        <OutcomeView
          key={inReport ? "reached" : "asked"}
          fields={sampleFields(definition.reportFields)}
          values={sampleValues(definition.reportFields, today)}
          onValues={nothing}
          outcome={inReport ? "REACHED" : null}
          onOutcome={nothing}
          laterOn={null}
          onLaterOn={nothing}
          correcting={false}
          busy={false}
          onSend={nothing}
        />
      ) : (
        <DutyView id="" own sendable mayBeEmpty={definition.trigger.kind === "PERIOD"} busy={false} onEmpty={nothing} />
      )}
    </TaskView>
  );
}

type ReportProps = Pick<Parameters<typeof ReportView>[0], "fields" | "touchpoint" | "crisisContacts"> & {
  today: string;
};

function Report({ fields, touchpoint, crisisContacts, today }: ReportProps) {
  const [values] = useState(() => sampleValues(fields, today));
  return (
    <ReportView
      frame={PageBody}
      touchpoint={touchpoint}
      fields={fields}
      values={values}
      onChange={() => undefined}
      crisisContacts={crisisContacts}
      backTo="/oppgaver"
      editable
      closed={false}
      correcting={false}
      busy={false}
      onSend={() => undefined}
    />
  );
}
