import type { ReactNode } from "react";
import { useTexts } from "../../texts";
import { Button, ButtonLink, Dock } from "../../ui";

type DutyViewProps = {
  id: string;
  /** of one's own chapter: the way back is the list of tasks */
  own: boolean;
  /** of another's: the way back is where its template is compared */
  templateId?: string;
  sendable: boolean;
  /** of a duty done on behalf of another's chapter: the way back is that chapter, and so says the button */
  onBehalfOf?: string | undefined;
  mayBeEmpty: boolean;
  busy: boolean;
  onEmpty: () => void;
  children?: ReactNode;
};

/** The dock of a duty, as it looks: on to the report, or «ingen nye» in one tap. */
export function DutyView({
  id,
  own,
  templateId,
  onBehalfOf,
  sendable,
  mayBeEmpty,
  busy,
  onEmpty,
  children,
}: DutyViewProps) {
  const texts = useTexts().touchpoints;
  const actions = useTexts().ui.actions;
  const backTo = onBehalfOf
    ? `/lag/${onBehalfOf}`
    : own
      ? "/oppgaver"
      : templateId
        ? `/sammenlign?punkt=${templateId}`
        : "/sammenlign";
  const back = own ? texts.task.back : actions.back;
  return (
    <Dock
      backTo={backTo}
      backLabel={back}
      action={
        sendable ? (
          <>
            {mayBeEmpty && (
              <Button variant="quiet" busy={busy} onClick={onEmpty}>
                {texts.task.empty}
              </Button>
            )}
            <ButtonLink variant="primary" to={`/oppgaver/${id}/rapport`}>
              {onBehalfOf ? texts.task.onBehalf : texts.task.toReport}
            </ButtonLink>
          </>
        ) : null
      }
    >
      {children}
    </Dock>
  );
}
