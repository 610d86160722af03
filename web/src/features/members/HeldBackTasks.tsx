import { readFragment, type FragmentType } from "../../../../graphql/generated";
import { HeldBack_HeldBackFragmentDoc } from "../../../../graphql/generated/graphql";
import { useFormat } from "../../app/format";
import { localized, useLanguage, useTexts } from "../../texts";
import { Disclosure, Row, Rows } from "../../ui";

type HeldBackTasksProps = { tasks: readonly FragmentType<typeof HeldBack_HeldBackFragmentDoc>[] };

/** Why tasks about a member have not begun by themselves; nothing when all have. */
export function HeldBackTasks({ tasks }: HeldBackTasksProps) {
  const words = useTexts().members.heldBack;
  const { language } = useLanguage();
  const format = useFormat();
  if (tasks.length === 0) return null;
  return (
    <Disclosure summary={`${words.title} (${tasks.length})`}>
      <Rows>
        {tasks.map((task) => {
          const { id, name, reason, opensOn, untilDay } = readFragment(HeldBack_HeldBackFragmentDoc, task);
          return (
            <Row key={id}>
              <p>
                <strong>{localized(name, language)}</strong>
              </p>
              <p>
                {words.why[reason]} {untilDay ? words.until(format.date(untilDay)) : words.would(format.date(opensOn))}
              </p>
            </Row>
          );
        })}
      </Rows>
    </Disclosure>
  );
}
