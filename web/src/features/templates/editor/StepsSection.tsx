import { localized, useAllTexts } from "../../../texts";
import { Card } from "../../../ui";
import { newKey } from "./definition";
import { useEditor } from "./EditorContext";
import { LocalizedField } from "./fields";
import { ItemList } from "./ItemList";

/** The checklist. */
export function StepsSection() {
  const { definition, change, language } = useEditor();
  const texts = useAllTexts().templates;
  const words = texts.editor.steps;
  return (
    <Card title={texts.sections.steps} lead={words.lead}>
      <ItemList
        path="steps"
        items={definition.steps}
        onChange={(steps) => change((d) => ({ ...d, steps }))}
        name={(step, index) => localized(step.text, language) || words.step(index + 1)}
        empty={words.empty}
        addLabel={words.add}
        onAdd={() => ({ key: newKey("step"), text: { nb: "" } })}
        renderEditor={(step, path, set) => (
          <LocalizedField
            long
            rows={2}
            path={`${path}.text`}
            label={words.step(Number(path.split(".").at(-1)) + 1)}
            value={step.text}
            onChange={(text) => set({ ...step, text })}
          />
        )}
      />
    </Card>
  );
}
