import { useTexts } from "../../texts";
import { localized, useLanguage } from "../../texts";
import { Button, Chips, DateField, Disclosure, FieldRow, Select } from "../../ui";
import { ABOUTS, choicesInUse, ORDERS, withoutChoices, type About, type ListView, type Order } from "./task-list-view";
import { useTaskChoices } from "./useTasks";

const ANY = "any";

/** What is folded away under «Flere valg»: whose, which, about whom, when, in which order. */
export function TaskFilters({ view, onChange }: { view: ListView; onChange: (view: ListView) => void }) {
  const texts = useTexts().workday.list;
  const { language } = useLanguage();
  const { templates, seats } = useTaskChoices();
  const set = (part: Partial<ListView>): void => onChange({ ...view, ...part, after: null });
  const used = choicesInUse(view);
  return (
    <Disclosure summary={texts.filters(used)} open={used > 0}>
      <div className="v-task-filters">
        <FieldRow>
          <Select
            label={texts.who}
            value={view.who ?? ANY}
            onChange={(value) => set({ who: value === ANY ? null : value })}
            options={[
              { value: ANY, label: texts.anyone },
              { value: "mine", label: texts.mine },
              { value: "nobody", label: texts.nobody },
              ...seats.map(({ seatId, name }) => ({ value: seatId, label: name })),
            ]}
          />
          <Select
            label={texts.which}
            value={view.templateId ?? ANY}
            onChange={(value) => set({ templateId: value === ANY ? null : value })}
            options={[
              { value: ANY, label: texts.everyTask },
              ...templates.map(({ id, name }) => ({ value: id, label: localized(name, language) })),
            ]}
          />
        </FieldRow>
        <Chips<About>
          label={texts.about}
          value={view.about}
          onChange={(about) => set({ about })}
          options={ABOUTS.map((value) => ({ value, label: texts.abouts[value] }))}
        />
        <FieldRow>
          <DateField label={texts.from} value={view.from ?? ""} onChange={(day) => set({ from: day || null })} />
          <DateField label={texts.to} value={view.to ?? ""} onChange={(day) => set({ to: day || null })} />
        </FieldRow>
        <Select<Order>
          label={texts.order}
          value={view.order}
          onChange={(order) => set({ order })}
          options={ORDERS.map((value) => ({ value, label: texts.orders[value] }))}
        />
        {used > 0 && (
          <div>
            <Button variant="quiet" onClick={() => onChange(withoutChoices(view))}>
              {texts.clear}
            </Button>
          </div>
        )}
      </div>
    </Disclosure>
  );
}
