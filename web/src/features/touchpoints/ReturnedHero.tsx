import { useTexts } from "../../texts";
import { ButtonLink, HeroCard } from "../../ui";
import { PencilIcon } from "../../ui/icons";
import { taskPath } from "./TaskRow";
import { useTaskWords } from "./task-words";
import type { TaskLine } from "./useToday";

/** A report that came back stands first, with what the coordinator wrote. */
export function ReturnedHero({ row }: { row: TaskLine }) {
  const texts = useTexts().workday;
  const words = useTaskWords();
  return (
    <HeroCard
      eyebrow={texts.returnedEyebrow}
      title={words.whole(row)}
      status={texts.returnedBy}
      next={<blockquote className="v-today__note">{row.returnedNote}</blockquote>}
      action={
        <ButtonLink variant="primary" wide icon={PencilIcon} to={`${taskPath(row)}?rett=1`}>
          {texts.fix}
        </ButtonLink>
      }
    />
  );
}
