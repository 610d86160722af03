import type { AnswerValue, ReportField } from "@varde/domain";
import type { ComponentType, ReactNode } from "react";
import { useTexts } from "../../texts";
import { Button, ButtonLink, Dock, Form, Page, Progress, type PageProps } from "../../ui";
import { ClockIcon } from "../../ui/icons";
import { ReportFields } from "./ReportFields";
import { asked, isAnswered, secondsLeft, type Values } from "./report-values";
import { SafeFrameButton, type CrisisContactData } from "./SafeFrame";
import { useTaskWords, type Named } from "./task-words";
import "./touchpoints.css";

export type ReportViewProps = {
  touchpoint: Named & { mayBeEmpty: boolean };
  fields: readonly ReportField[];
  values: Values;
  onChange: (key: string, value: AnswerValue | null) => void;
  problemAt?: (key: string) => string | undefined;
  crisisContacts: readonly CrisisContactData[];
  backTo: string;
  editable: boolean;
  closed: boolean;
  correcting: boolean;
  /** sending, and sending that there was nobody */
  busy: boolean;
  emptyBusy?: boolean;
  onSend: () => void;
  onEmpty?: () => void;
  /** what came of it, and why nothing can be sent */
  news?: ReactNode;
  note?: ReactNode;
  /** under the questions */
  below?: ReactNode;
  /** what came in the way */
  children?: ReactNode;
  /** `PageBody` where it is a picture of the page */
  frame?: ComponentType<PageProps>;
};

/** The report of a task about no one person, as it looks: can I finish before my stop? */
export function ReportView({ touchpoint, fields, values, frame: Frame = Page, ...props }: ReportViewProps) {
  const { editable, closed, correcting, backTo } = props;
  const texts = useTexts().touchpoints;
  const words = useTaskWords();
  const questions = asked(fields);
  const answered = questions.filter(({ key }) => isAnswered(values[key])).length;
  const back = touchpoint.isPeriodReport ? texts.task.back : texts.task.backToTask;
  return (
    <Frame
      narrow
      title={words.headline(touchpoint)}
      crumb={
        <span className="v-task-crumb">
          <span className="v-task-crumb__kind">{correcting ? texts.report.correcting : texts.report.crumb}</span>
          <SafeFrameButton contacts={props.crisisContacts} backTo={texts.task.backToTask} />
        </span>
      }
      lead={
        editable ? (
          <span className="v-report__left">
            <ClockIcon aria-hidden fontSize="1.25rem" /> {texts.report.left(secondsLeft(fields, values))}
          </span>
        ) : undefined
      }
    >
      {editable && questions.length > 0 && <Progress done={answered} of={questions.length} />}
      {props.news}
      <Form onSubmit={props.onSend}>
        {editable && (
          <>
            {questions.length === 0 && <p>{texts.report.nothingAsked}</p>}
            <ReportFields
              fields={fields}
              values={values}
              onChange={props.onChange}
              {...(props.problemAt && { problemAt: props.problemAt })}
            />
            {touchpoint.mayBeEmpty && !closed && <p className="v-report__hint">{texts.task.emptyHelp}</p>}
          </>
        )}
        {props.below}
        <Dock
          backTo={backTo}
          backLabel={back}
          action={
            editable ? (
              <>
                {touchpoint.mayBeEmpty && !closed && (
                  <Button variant="quiet" busy={props.emptyBusy ?? false} onClick={props.onEmpty}>
                    {texts.task.empty}
                  </Button>
                )}
                <Button variant="primary" type="submit" busy={props.busy}>
                  {correcting ? texts.report.saveCorrection : texts.report.send}
                </Button>
              </>
            ) : (
              <ButtonLink variant="quiet" to={backTo}>
                {back}
              </ButtonLink>
            )
          }
          note={props.note}
        >
          {props.children}
        </Dock>
      </Form>
    </Frame>
  );
}
