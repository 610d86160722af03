import { useDeferredValue, useEffect, useRef } from "react";
import { LANGUAGES, type Language } from "@varde/domain";
import { useAllTexts } from "../../../texts";
import { CheckmarkIcon } from "../../../ui/icons";
import { missingTexts, sectionOf, SECTIONS, type SectionName } from "./definition";
import { useEditor } from "./EditorContext";

type SectionNavProps = {
  section: SectionName;
  onSection: (section: SectionName) => void;
  onLanguage: (language: Language) => void;
};

/** The parts with a tick, the number of things to mend or else the advice, and the languages with what is left. */
export function SectionNav({ section, onSection, onLanguage }: SectionNavProps) {
  const { checks, definition: written, language } = useEditor();
  // counted when there is time for it
  const definition = useDeferredValue(written);
  const texts = useAllTexts().templates;
  const names = useAllTexts().app.languages;
  const words = texts.editor;
  const list = useRef<HTMLUListElement>(null);
  // on a phone the parts lie in a row: the chosen one comes into sight
  useEffect(() => {
    const [ul, part] = [list.current, list.current?.querySelector<HTMLElement>(`[data-part=${section}]`)];
    if (ul && part) ul.scrollLeft = part.offsetLeft - (ul.clientWidth - part.offsetWidth) / 2;
  }, [section]);
  return (
    <div className="v-editor__nav">
      <nav aria-label={words.sectionsLabel}>
        <ul className="v-parts" ref={list}>
          {SECTIONS.map((one) => {
            const found = checks.filter(({ path }) => sectionOf(path) === one);
            const errors = found.filter(({ level }) => level === "ERROR").length;
            const advice = found.length - errors;
            return (
              <li key={one}>
                <button
                  type="button"
                  className="v-parts__part"
                  data-part={one}
                  aria-current={one === section ? "true" : undefined}
                  onClick={() => onSection(one)}
                >
                  <span>{texts.sections[one]}</span>
                  {errors > 0 ? (
                    <span className="v-parts__count">
                      <span aria-hidden>{errors}</span>
                      <span className="v-hidden">{words.problems(errors)}</span>
                    </span>
                  ) : advice > 0 ? (
                    <span className="v-parts__advice">{words.advice(advice)}</span>
                  ) : (
                    <span className="v-parts__done">
                      <CheckmarkIcon aria-hidden fontSize="1.25rem" />
                      <span className="v-hidden">{words.done}</span>
                    </span>
                  )}
                </button>
              </li>
            );
          })}
        </ul>
      </nav>
      <fieldset className="v-languages">
        <legend>{words.writingIn}</legend>
        {LANGUAGES.map((one) => {
          const missing = missingTexts(definition, one);
          return (
            <label key={one} className="v-languages__one">
              <input type="radio" name="writing" checked={one === language} onChange={() => onLanguage(one)} />
              <span>{names[one]}</span>
              <span className="v-languages__left">
                {missing === 0 ? words.languageDone : words.languageMissing(missing)}
              </span>
            </label>
          );
        })}
      </fieldset>
    </div>
  );
}
