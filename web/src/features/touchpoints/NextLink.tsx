import type { TaskRow_TouchpointFragment } from "../../../../graphql/generated/graphql";
import { useTexts } from "../../texts";
import { ButtonLink } from "../../ui";
import { ArrowRightIcon } from "../../ui/icons";
import { taskPath } from "./TaskRow";
import { useTaskWords } from "./task-words";

/** «Neste: Ida», straight on to it. */
export function NextLink({
  next,
  variant = "quiet",
}: {
  next: TaskRow_TouchpointFragment;
  variant?: "primary" | "quiet";
}) {
  const texts = useTexts().touchpoints;
  const words = useTaskWords();
  return (
    <ButtonLink variant={variant} to={taskPath(next)} iconEnd={ArrowRightIcon}>
      {texts.next(words.headline(next))}
    </ButtonLink>
  );
}
