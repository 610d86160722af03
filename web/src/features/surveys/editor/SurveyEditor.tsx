import { useEffect, useRef, useState } from "react";
import { LANGUAGES, surveySeconds, type Language } from "@varde/domain";
import { useFormat } from "../../../app/format";
import { localized, useAllTexts } from "../../../texts";
import { Alert, Button, Card, Chips, Page, SavedNote } from "../../../ui";
import { EyeIcon } from "../../../ui/icons";
import { jumpTo, LocalizedField, WritingProvider, type Check } from "../../templates";
import { SurveyCrumb } from "../SurveyCrumb";
import { minutesOf, useSurveyWords } from "../useSurveyWords";
import { AddImportance } from "./AddImportance";
import { DiscardDraft } from "./DiscardDraft";
import { OpenDialog } from "./OpenDialog";
import { QuestionList } from "./QuestionList";
import type { SurveyDraft } from "./read-survey";
import { useSurveyDraft } from "./useSurveyDraft";
import "../surveys.css";

/** More than this, and fewer answer to the end. */
const MINUTES = 3;

/** National writes a survey: its words, its questions, what is left to mend, and how members meet it. */
export function SurveyEditor({ draft, onOpened }: { draft: SurveyDraft; onOpened: () => void }) {
  const { surveys, app, editor } = useAllTexts();
  const texts = surveys.editor;
  const format = useFormat();
  const words = useSurveyWords();
  const { definition, change, checks, save, conflict, resolve, flush, rev, found, answerFound } = useSurveyDraft(draft);
  const [language, setLanguage] = useState<Language>("nb");
  const [revealed, setRevealed] = useState(false);
  const [opening, setOpening] = useState(false);
  /** which saved state the frame shows; null: no frame */
  const [preview, setPreview] = useState<number | null>(null);
  const page = useRef<HTMLDivElement>(null);
  const wanted = useRef<Check | null>(null);
  const seconds = surveySeconds(definition);
  const errors = checks.filter(({ level }) => level === "ERROR");

  // once the language is drawn, the field takes the focus
  useEffect(() => {
    const check = wanted.current;
    if (!check || !page.current) return;
    wanted.current = null;
    jumpTo(page.current, check.path);
  });
  const jump = (check: Check): void => {
    const last = LANGUAGES.find((one) => one === check.path.at(-1));
    if (last) setLanguage(last);
    setRevealed(true);
    wanted.current = check;
  };
  const open = async (): Promise<void> => {
    setRevealed(true);
    if (await flush()) setOpening(true);
  };
  const show = async (): Promise<void> => {
    if (preview !== null) setPreview(null);
    else if (await flush()) setPreview(Date.now());
  };
  const text = (name: "title" | "intro" | "underAge" | "thanks", label: string, over: object = {}) => (
    <LocalizedField
      path={name}
      label={label}
      value={definition[name]}
      onChange={(next) => change((d) => ({ ...d, [name]: next }))}
      {...over}
    />
  );
  return (
    <WritingProvider value={{ language, checks, revealed, beside: true }}>
      <Page
        title={localized(definition.title, language) || surveys.unnamed}
        crumb={<SurveyCrumb />}
        action={
          <>
            <SavedNote save={save} />
            <DiscardDraft id={draft.id} rev={rev} />
            <Button variant="primary" disabled={errors.length > 0 || conflict !== null} onClick={() => void open()}>
              {texts.open}
            </Button>
          </>
        }
      >
        <div className="v-survey-editor v-editor__main" ref={page}>
          {found && (
            <Alert
              live
              tone="info"
              title={editor.found.title}
              action={
                <>
                  <Button onClick={() => answerFound("restore")}>{editor.found.restore}</Button>
                  <Button variant="plain" onClick={() => answerFound("discard")}>
                    {editor.found.discard}
                  </Button>
                </>
              }
            >
              {editor.found.body(format.moment(found.at))}
            </Alert>
          )}
          {conflict && (
            <Alert
              live
              tone="warn"
              title={texts.conflict}
              action={
                conflict !== "gone" && (
                  <>
                    <Button onClick={() => resolve("theirs")}>{texts.theirs}</Button>
                    <Button variant="plain" onClick={() => resolve("mine")}>
                      {texts.mine}
                    </Button>
                  </>
                )
              }
            >
              {conflict === "gone" ? texts.gone : texts.conflictBody}
            </Alert>
          )}
          <Chips
            label={texts.languages}
            value={language}
            options={LANGUAGES.map((one) => ({ value: one, label: app.languages[one] }))}
            onChange={setLanguage}
          />
          <Card title={texts.words}>
            {text("title", texts.name)}
            {text("underAge", texts.underAge, { long: true, rows: 2 })}
            {text("intro", texts.intro, { long: true, rows: 5, help: texts.introHelp })}
            {text("thanks", texts.thanks, { long: true, rows: 2 })}
          </Card>
          <Card
            title={texts.questions}
            lead={`${texts.time(words.time(seconds))} ${minutesOf(seconds) > MINUTES ? texts.tooLong : texts.inTime}`}
          >
            <QuestionList
              questions={definition.questions}
              onChange={(questions) => change((d) => ({ ...d, questions }))}
            />
            <AddImportance
              questions={definition.questions}
              onAdd={(question) => change((d) => ({ ...d, questions: [...d.questions, question] }))}
            />
          </Card>
          <Mending checks={checks} onJump={jump} />
          <div>
            <Button icon={EyeIcon} aria-expanded={preview !== null} onClick={() => void show()}>
              {preview === null ? texts.preview : texts.hidePreview}
            </Button>
          </div>
          {preview !== null && (
            <iframe
              key={preview}
              className="v-survey-editor__frame"
              title={texts.previewTitle}
              src={`/u/utkast/${draft.id}`}
              sandbox="allow-same-origin"
            />
          )}
        </div>
        {opening && <OpenDialog id={draft.id} rev={rev} onClose={() => setOpening(false)} onOpened={onOpened} />}
      </Page>
    </WritingProvider>
  );
}

/** What must be mended before it can be opened; each leads to its place. */
function Mending({ checks, onJump }: { checks: readonly Check[]; onJump: (check: Check) => void }) {
  const { surveys, app } = useAllTexts();
  const texts = surveys.editor;
  if (checks.length === 0)
    return (
      <Alert tone="success" title={texts.ready}>
        {texts.readyBody}
      </Alert>
    );
  return (
    <Card title={texts.problems(checks.length)}>
      <ul className="v-checks">
        {checks.map((check) => {
          const place = check.path[0] === "questions" ? Number(check.path[1]) : Number.NaN;
          const last = LANGUAGES.find((one) => one === check.path.at(-1));
          return (
            <li key={check.path.join(".") + check.code}>
              <button type="button" className="v-checks__check" onClick={() => onJump(check)}>
                <span>
                  <strong>
                    {Number.isInteger(place) ? texts.question(place + 1) : texts.words}
                    {last && last !== "nb" && ` (${app.languages[last]})`}.
                  </strong>{" "}
                  {check.message}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
