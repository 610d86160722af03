import { useFormat } from "../../app/format";
import { localized, useLanguage } from "../../texts";
import { Checkbox } from "../../ui";
import { invited, TASKS_MOST, type Line, type Plan, type View } from "./plan";
import { useHandoverTexts } from "./words";

type TasksProps = { view: View; lines: readonly Line[]; plan: Plan; onChange: (plan: Plan) => void };

/** What each new member begins with: three at most, and each task with one. */
export function TasksStep({ view, lines, plan, onChange }: TasksProps) {
  const texts = useHandoverTexts().tasks;
  const { language } = useLanguage();
  const format = useFormat();
  const fresh = invited(lines);
  if (view.tasks.length === 0) return <p>{texts.none}</p>;
  if (fresh.length === 0) return <p>{texts.nobody}</p>;
  const takenBy = (id: string, but: number): Line | undefined =>
    fresh.find((line) => line.line !== but && plan.gives[line.line]?.includes(id));
  return (
    <>
      <p>{texts.body}</p>
      {fresh.map((line) => {
        const own = plan.gives[line.line] ?? [];
        const tick = (id: string, given: boolean): void =>
          onChange({
            ...plan,
            gives: { ...plan.gives, [line.line]: given ? [...own, id] : own.filter((one) => one !== id) },
          });
        return (
          <fieldset key={line.line} className="v-handover__tasks">
            <legend>{line.name}</legend>
            {view.tasks.map((task) => {
              const other = takenBy(task.id, line.line);
              const facts = [
                texts.due(format.date(task.dueOn)),
                task.core && texts.core,
                other ? texts.taken(other.name) : task.holderName && texts.held(task.holderName),
              ];
              return (
                <Checkbox
                  key={task.id}
                  label={localized(task.title, language)}
                  help={facts.filter(Boolean).join(" · ")}
                  checked={own.includes(task.id)}
                  disabled={other !== undefined || (own.length >= TASKS_MOST && !own.includes(task.id))}
                  onChange={(given) => tick(task.id, given)}
                />
              );
            })}
          </fieldset>
        );
      })}
    </>
  );
}
