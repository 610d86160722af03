import { startTransition, useEffect, useState } from "react";
import { LANGUAGES, type Language } from "@varde/domain";
import { useAllTexts } from "../../../../texts";
import { Checkbox, Chips, Select } from "../../../../ui";
import type { CrisisContactData } from "../../../touchpoints";
import type { SectionName } from "../definition";
import { useEditor } from "../EditorContext";
import { DraftPreview, type Screen } from "./DraftPreview";
import type { PreviewChapter } from "./sample-task";

const PAUSE_MS = 150;

/** The value once the pen has paused: a whole page is not drawn between two letters. */
function useSettled<Value>(value: Value): Value {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => startTransition(() => setSettled(() => value)), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}

type PreviewPanelProps = {
  section: SectionName;
  editing: string | null;
  screen: Screen;
  onScreen: (screen: Screen) => void;
  chapters: readonly PreviewChapter[];
  chapterId: string | null;
  onChapter: (id: string) => void;
  crisisContacts: readonly CrisisContactData[];
};

/** The preview with what one chooses about it: screen, language, whose chapter, and whether a meeting is chosen. */
export function PreviewPanel({ section, editing, screen, onScreen, chapters, ...rest }: PreviewPanelProps) {
  const { chapterId, onChapter, crisisContacts } = rest;
  const { definition, language } = useEditor();
  const texts = useAllTexts();
  const words = texts.editor.preview;
  const [withMeeting, setWithMeeting] = useState(true);
  // follows the language one writes in until another is chosen
  const [chosen, setChosen] = useState<{ while: Language; language: Language } | null>(null);
  const shown = chosen?.while === language ? chosen.language : language;
  const settled = useSettled(definition);
  const place = useSettled(editing);
  const chapter = chapters.find(({ id }) => id === chapterId) ?? null;
  return (
    <div className="v-preview">
      <div className="v-preview__head">
        <h2>{texts.templates.editor.preview}</h2>
        <Chips
          hideLabel
          label={words.screen}
          value={screen}
          options={[
            { value: "phone", label: words.screens.phone },
            { value: "desk", label: words.screens.desk },
          ]}
          onChange={onScreen}
        />
      </div>
      <div className="v-preview__head">
        <Chips
          hideLabel
          label={words.language}
          value={shown}
          options={LANGUAGES.map((one) => ({ value: one, label: texts.app.languages[one] }))}
          onChange={(one) => setChosen({ while: language, language: one })}
        />
      </div>
      <DraftPreview
        definition={settled}
        language={shown}
        section={section}
        editing={place}
        screen={screen}
        chapter={chapter}
        withMeeting={withMeeting}
        crisisContacts={crisisContacts}
      />
      {chapters.length > 0 && (
        <Select
          label={words.chapter}
          value={chapterId ?? ""}
          options={chapters.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={onChapter}
        />
      )}
      <Checkbox label={words.withMeeting} checked={withMeeting} onChange={setWithMeeting} />
    </div>
  );
}
