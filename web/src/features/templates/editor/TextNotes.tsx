import { signsOutsideGsm7, smsInfo, tellingWords, type TellingWord } from "@varde/domain";
import type { ReactNode } from "react";
import { useAllTexts } from "../../../texts";
import { Button, VisuallyHidden } from "../../../ui";
import { ExclamationmarkTriangleIcon } from "../../../ui/icons";

const AROUND = 14;
const MOST = 6;

type PlaceProps = { text: string; start: number; end: number; onSelect?: (from: number, to: number) => void };

/** The place in the text: a little before, the thing itself marked, a little after. Pressed, it is selected in the field. */
function Place({ text, start, end, onSelect }: PlaceProps) {
  const words = useAllTexts().editor.sms;
  const shown = (
    <>
      {start > AROUND && "…"}
      {text.slice(Math.max(0, start - AROUND), start)}
      <mark>{text.slice(start, end).replace(/\s/g, "␣")}</mark>
      {text.slice(end, end + AROUND)}
      {end + AROUND < text.length && "…"}
    </>
  );
  if (!onSelect) return <span className="v-notes__place">{shown}</span>;
  return (
    <button type="button" className="v-notes__place" onClick={() => onSelect(start, end)}>
      {shown}
      <VisuallyHidden> {words.find}</VisuallyHidden>
    </button>
  );
}

type NotesProps = { title: string; why: string; action?: ReactNode; children: ReactNode };

function Notes({ title, why, action, children }: NotesProps) {
  return (
    <div className="v-notes">
      <p className="v-notes__title">
        <ExclamationmarkTriangleIcon aria-hidden fontSize="1.25rem" />
        <strong>{title}</strong>
        {action}
      </p>
      <p className="v-item__meta">{why}</p>
      <ul className="v-notes__list">{children}</ul>
    </div>
  );
}

/** One row a word, at its first place. */
const onceEach = (found: readonly TellingWord[]): TellingWord[] => [
  ...new Map(found.toReversed().map((one) => [one.word.toLocaleLowerCase("nb"), one])).values(),
];

/** Words that could out a member on a lock screen, where they stand, with what to write instead. */
export function TellingWords({ text, onSelect }: { text: string; onSelect?: (from: number, to: number) => void }) {
  const words = useAllTexts().editor.sms;
  const found = onceEach(tellingWords(text)).sort((a, b) => a.start - b.start);
  if (found.length === 0) return null;
  return (
    <Notes title={words.words} why={words.wordsWhy}>
      {found.slice(0, MOST).map(({ word, start, end, group }) => (
        <li key={word} className="v-notes__row">
          <Place text={text} start={start} end={end} {...(onSelect && { onSelect })} />
          <span className="v-notes__advice">{words.instead[group]}</span>
        </li>
      ))}
      {found.length > MOST && <li>{words.more(found.length - MOST)}</li>}
    </Notes>
  );
}

type SmsNotesProps = {
  text: string;
  /** counted while the language has no text of its own */
  fallback: string;
  onWrite: (text: string) => void;
  onSelect: (from: number, to: number) => void;
};

/** What an SMS costs, and every sign that makes it dearer, where it stands. */
export function SmsNotes({ text, fallback, onWrite, onSelect }: SmsNotesProps) {
  const words = useAllTexts().editor.sms;
  const count = useAllTexts().templates.editor.messages;
  const info = smsInfo(text || fallback);
  const signs = signsOutsideGsm7(text);
  const put = (from: number, to: number, instead: string): void => {
    onWrite(text.slice(0, from) + instead + text.slice(to));
    onSelect(from + instead.length, from + instead.length);
  };
  const putAll = (): void => {
    let written = "";
    let at = 0;
    for (const { start, end, instead } of signs) {
      written += text.slice(at, start) + instead;
      at = end;
    }
    onWrite(written + text.slice(at));
    onSelect(0, 0);
  };
  return (
    <>
      <p className="v-sms" data-long={info.segments > 2 || signs.length > 0 ? "" : undefined}>
        {count.sms(info.length, info.segments)}
      </p>
      {signs.length > 0 && (
        <Notes
          title={words.signs}
          why={words.signsWhy(signs.length)}
          action={
            signs.length > 1 && (
              <Button variant="plain" onClick={putAll}>
                {words.replaceAll}
              </Button>
            )
          }
        >
          {signs.slice(0, MOST).map(({ start, end, instead }) => (
            <li key={start} className="v-notes__row">
              <Place text={text} start={start} end={end} onSelect={onSelect} />
              <Button variant="plain" onClick={() => put(start, end, instead)}>
                {instead === "" ? words.leaveOut : words.replace(instead.trim() || words.space)}
              </Button>
            </li>
          ))}
          {signs.length > MOST && <li>{words.more(signs.length - MOST)}</li>}
        </Notes>
      )}
      <TellingWords text={text} onSelect={onSelect} />
    </>
  );
}
