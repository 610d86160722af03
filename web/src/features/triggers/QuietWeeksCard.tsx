import { useState } from "react";
import { readFragment, type FragmentType } from "../../../../graphql/generated";
import {
  AddQuietPeriodDocument,
  QuietWeeks_PeriodFragmentDoc,
  RemoveQuietPeriodDocument,
} from "../../../../graphql/generated/graphql";
import { useFormat } from "../../app/format";
import { newId } from "../../app/ids";
import { useAction } from "../../app/useAction";
import { useCan } from "../../app/viewer";
import { useAllTexts } from "../../texts";
import { Alert, Button, Card, DateField, ErrorState, FieldRow, Form, FormActions, TextField } from "../../ui";
import { XMarkIcon } from "../../ui/icons";

type Props = { periods: readonly FragmentType<typeof QuietWeeks_PeriodFragmentDoc>[]; onChanged: () => void };

/** Days on which nothing begins by itself; the administrator adds and removes them. */
export function QuietWeeksCard({ periods, onChanged }: Props) {
  const texts = useAllTexts().triggers.quiet;
  const format = useFormat();
  const may = useCan("SETTINGS_WRITE");
  const remove = useAction(RemoveQuietPeriodDocument);
  const rows = periods.map((period) => readFragment(QuietWeeks_PeriodFragmentDoc, period));
  return (
    <Card title={texts.title} lead={texts.lead}>
      {rows.length === 0 ? (
        <p>{texts.none}</p>
      ) : (
        <ul className="v-quiet">
          {rows.map(({ id, name, fromDay, toDay }) => (
            <li key={id} className="v-quiet__row">
              <span className="v-quiet__name">
                <strong>{name}</strong> {texts.days(format.date(fromDay), format.date(toDay))}
              </span>
              {may && (
                <Button
                  variant="plain"
                  iconOnly
                  icon={XMarkIcon}
                  busy={remove.busy}
                  onClick={() => void remove.run({ id }).then(onChanged)}
                >
                  {texts.remove(name)}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {remove.error && <ErrorState {...remove.error} />}
      {may && <AddQuietWeeks onAdded={onChanged} />}
    </Card>
  );
}

function AddQuietWeeks({ onAdded }: { onAdded: () => void }) {
  const texts = useAllTexts().triggers.quiet;
  const format = useFormat();
  const add = useAction(AddQuietPeriodDocument);
  const empty = { id: newId(), name: "", fromDay: "", toDay: "" };
  const [written, setWritten] = useState(empty);
  const [added, setAdded] = useState(false);
  const set = (over: Partial<typeof written>): void => {
    setAdded(false);
    setWritten({ ...written, ...over });
  };
  const send = async (): Promise<void> => {
    if (!(await add.run(written))) return;
    setAdded(true);
    setWritten(empty);
    onAdded();
  };
  const today = format.today();
  return (
    <Form onSubmit={() => void send()} problems={add.otherProblems(["name", "fromDay", "toDay"])}>
      <TextField
        label={texts.name}
        value={written.name}
        maxLength={60}
        onChange={(name) => set({ name })}
        problem={add.problemAt("name")}
      />
      <FieldRow>
        <DateField
          label={texts.from}
          value={written.fromDay}
          onChange={(fromDay) => set({ fromDay })}
          problem={add.problemAt("fromDay")}
        />
        <DateField
          label={texts.to}
          value={written.toDay}
          min={today}
          onChange={(toDay) => set({ toDay })}
          problem={add.problemAt("toDay")}
        />
      </FieldRow>
      {add.error && <ErrorState {...add.error} />}
      {added && (
        <Alert tone="success" live>
          {texts.added}
        </Alert>
      )}
      <FormActions>
        <Button
          variant="secondary"
          type="submit"
          busy={add.busy}
          disabled={!written.name.trim() || !written.fromDay || !written.toDay}
        >
          {texts.add}
        </Button>
      </FormActions>
    </Form>
  );
}
