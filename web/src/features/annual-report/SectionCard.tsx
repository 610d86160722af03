import { INTERNAL_SECTIONS, REPORT_WORDS, type Language } from "@varde/domain";
import { useEffect, useLayoutEffect, useRef } from "react";
import { useNow } from "./useNow";
import { useAllTexts } from "../../texts";
import { Alert, Card, SavedNote, TextArea } from "../../ui";
import { useViewer } from "../../app/viewer";
import { ClashChooser } from "./ClashChooser";
import { movedCaret } from "./merge-texts";
import type { Section, Sentence } from "./report";
import { SentenceList } from "./SentenceList";
import { useSection } from "./useSection";

/** Since somebody else's last save: as long as one would say that they are writing. */
const WRITING_MS = 30_000;
/** Letters of a section; told of only when one comes near. */
const MOST = 20_000;
const LINES = { least: 4, most: 18, letters: 70 };

const rowsOf = (text: string): number => {
  const lines = text.split("\n").reduce((sum, line) => sum + 1 + Math.floor(line.length / LINES.letters), 0);
  return Math.min(LINES.most, Math.max(LINES.least, lines + 1));
};

type Props = {
  reportId: string;
  year: number;
  language: Language;
  section: Section;
  sentences: readonly Sentence[];
  countedOn: string;
  /** how to save what is written here at once, for who finishes */
  onWriter: (section: string, flush: () => Promise<boolean>) => void;
};

/** One section: its text, what the year's facts say beside it, and who else is writing in it. */
export function SectionCard({ reportId, year, language, section, sentences, countedOn, onWriter }: Props) {
  const texts = useAllTexts().annualReport;
  const { seat } = useViewer();
  const { body, taken, save, refused, clash, change, choose, flush } = useSection(reportId, section);
  const place = useRef<HTMLDivElement>(null);
  const typed = useRef(body);
  const caret = useRef(0);
  const now = useNow(10_000);
  const name = REPORT_WORDS[language].sections[section.section];
  const other =
    section.writtenBy !== null &&
    section.writtenBy !== seat.id &&
    section.writtenAt !== null &&
    now - Date.parse(section.writtenAt) < WRITING_MS
      ? section.writerName
      : null;
  useEffect(() => onWriter(section.section, flush), [onWriter, section.section, flush]);
  // what somebody else wrote comes in under the caret, which stays at its word
  useLayoutEffect(() => {
    const field = place.current?.querySelector("textarea");
    if (field && field === document.activeElement && typed.current !== body) {
      const at = movedCaret(typed.current, body, caret.current);
      field.setSelectionRange(at, at);
    }
    typed.current = body;
  }, [body]);
  const noteCaret = (): void => {
    caret.current = place.current?.querySelector("textarea")?.selectionStart ?? 0;
  };
  const write = (next: string): void => {
    typed.current = next;
    noteCaret();
    change(next);
  };
  return (
    <Card
      title={name}
      lead={
        INTERNAL_SECTIONS.has(section.section)
          ? `${texts.leads[section.section]} ${texts.internalOnly}`
          : texts.leads[section.section]
      }
    >
      <div className="v-report-section">
        <div ref={place} onSelect={noteCaret}>
          <TextArea
            hideLabel
            label={name}
            value={body}
            rows={rowsOf(body)}
            {...(body.length > MOST - 2_000 && { maxLength: MOST })}
            {...(refused && { problem: refused })}
            onChange={write}
          />
          <div className="v-report-section__notes">
            <SavedNote save={save} />
            {other && <p className="v-report-section__other">{texts.writesHere(other)}</p>}
          </div>
          {save.state === "failed" && !clash && !refused && (
            <Alert tone="warn" live>
              {texts.notSaved}
            </Alert>
          )}
          {clash && <ClashChooser pieces={clash.pieces} onChoose={choose} />}
        </div>
        <SentenceList
          section={section.section}
          year={year}
          body={body}
          taken={taken}
          sentences={sentences}
          countedOn={countedOn}
          onChange={change}
        />
      </div>
    </Card>
  );
}
