import { useFormat } from "../../app/format";
import { useCan } from "../../app/viewer";
import { useTexts } from "../../texts";
import { ButtonLink, Card } from "../../ui";
import { PencilIcon } from "../../ui/icons";
import type { Task } from "./useTask";

/** That the chapter has its own words or its own deadline here, and the way to them. */
export function AdaptedNote({ task }: { task: Task }) {
  const texts = useTexts().adaptations.task;
  const format = useFormat();
  const mayAdapt = useCan("TEMPLATE_ADAPT");
  const { touchpoint, adapted, adaptable } = task;
  if (!mayAdapt || (adapted.length === 0 && !adaptable)) return null;
  const way = (
    <div>
      <ButtonLink
        variant="quiet"
        icon={PencilIcon}
        to={`/oppgaver/tilpass/${touchpoint.templateId}?versjon=${touchpoint.versionId}`}
      >
        {adapted.length > 0 ? texts.change : texts.action}
      </ButtonLink>
    </div>
  );
  if (adapted.length === 0) return way;
  const words = adapted.some(({ part }) => part !== "SCHEDULE");
  return (
    <Card title={texts.adapted}>
      {words && <p>{texts.adaptedLead}</p>}
      {touchpoint.ownDueOn && (
        <p>
          {format.sentence(texts.ownDeadline(format.relativeDay(touchpoint.ownDueOn)))} ·{" "}
          {texts.sharedDeadline(format.relativeDay(touchpoint.dueOn))}
        </p>
      )}
      {way}
    </Card>
  );
}
