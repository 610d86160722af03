import { useEffect, useRef, useState, type FocusEvent, type ReactNode } from "react";
import { Navigate, useParams, useSearchParams } from "react-router";
import type { Language } from "@varde/domain";
import { useTemplateDraftQuery } from "../../../../../graphql/generated/hooks";
import { errorOf } from "../../../app/errors";
import { localized, useTexts } from "../../../texts";
import { Alert, Button, Disclosure, ErrorState, Page, SavedNote, Skeleton } from "../../../ui";
import { Crumb } from "../Crumb";
import { sectionOf, SECTIONS, type SectionName } from "./definition";
import { EditorProvider } from "./EditorContext";
import { GoalSection, LocksSection } from "./GoalSection";
import { jumpTo } from "./jump";
import { MessagesSection } from "./MessagesSection";
import { PhonePreview } from "./PhonePreview";
import { ProblemList } from "./ProblemList";
import { PublishDialog } from "./PublishDialog";
import { readDraft, type Check, type Draft } from "./read-draft";
import { ReportSection } from "./ReportSection";
import { ScheduleSection } from "./ScheduleSection";
import { SectionNav } from "./SectionNav";
import { StepsSection } from "./StepsSection";
import { TargetsSection } from "./TargetsSection";
import { TriggerSection } from "./TriggerSection";
import { useDraft } from "./useDraft";
import "./editor.css";

const PARTS: Record<SectionName, () => ReactNode> = {
  goal: GoalSection,
  trigger: TriggerSection,
  schedule: ScheduleSection,
  steps: StepsSection,
  messages: MessagesSection,
  report: ReportSection,
  targets: TargetsSection,
  locks: LocksSection,
};

/** National writes a draft: parts at the left, the part in the middle, what the chapter sees at the right. */
export function Component() {
  const { id = "" } = useParams();
  const texts = useTexts().templates;
  // read once: from then on the editor holds the truth and says so when somebody else's differs
  const [opened, setOpened] = useState(false);
  const [result, reload] = useTemplateDraftQuery({ variables: { id }, pause: opened, requestPolicy: "network-only" });
  const problem = errorOf(result.error);
  const template = result.data?.template;
  const draft = readDraft(template?.draft);
  if (template && draft && (opened || !result.fetching)) {
    return (
      <DraftEditor
        key={draft.id}
        templateId={id}
        draft={draft}
        published={template.published?.number ?? null}
        onOpen={() => setOpened(true)}
      />
    );
  }
  if (template && !draft && !result.fetching) return <Navigate replace to={`/punkter/${id}`} />;
  return (
    <Page title={texts.title} crumb={<Crumb />}>
      {problem ? (
        <ErrorState {...problem} busy={result.fetching} onRetry={() => reload({ requestPolicy: "network-only" })} />
      ) : (
        <Skeleton of="cards" count={2} />
      )}
    </Page>
  );
}

type DraftEditorProps = { templateId: string; draft: Draft; published: string | null; onOpen: () => void };

function DraftEditor({ templateId, draft, published, onOpen }: DraftEditorProps) {
  const texts = useTexts().templates;
  const words = texts.editor;
  const { rev, definition, change, save, conflict, resolve, flush, number, checks } = useDraft(templateId, draft);
  const [query, setQuery] = useSearchParams();
  const [language, setLanguage] = useState<Language>("nb");
  const [revealed, setRevealed] = useState(false);
  const [editing, setEditing] = useState<string | null>(null);
  const [publishing, setPublishing] = useState(false);
  useEffect(onOpen, [onOpen]);
  const page = useRef<HTMLDivElement>(null);
  const jump = useRef<Check | null>(null);
  const section = SECTIONS.find((one) => one === query.get("del")) ?? "goal";
  const Part = PARTS[section];
  const name = localized(definition.name, language) || words.unnamed;

  const show = (next: SectionName): void => setQuery({ del: next }, { replace: true, preventScrollReset: true });
  const onJump = (check: Check): void => {
    const last = check.path.at(-1);
    if (last === "nb" || last === "nn" || last === "en") setLanguage(last);
    setRevealed(true);
    show(sectionOf(check.path));
    jump.current = check;
  };
  // once the part is drawn, the field in it takes the focus
  useEffect(() => {
    const check = jump.current;
    if (!check || !page.current || sectionOf(check.path) !== section) return;
    jump.current = null;
    jumpTo(page.current, check.path);
  });
  const publish = async (): Promise<void> => {
    setRevealed(true);
    if (await flush()) setPublishing(true);
  };
  const onFocus = (event: FocusEvent): void => {
    const place = event.target.closest<HTMLElement>("[data-path]");
    if (place?.dataset["path"]) setEditing(place.dataset["path"]);
  };
  const errors = checks.filter(({ level }) => level === "ERROR").length;
  const preview = <PhonePreview definition={definition} language={language} section={section} editing={editing} />;
  return (
    <EditorProvider value={{ definition, change, language, checks, revealed }}>
      <Page
        title={words.title(name, number)}
        documentTitle={name}
        crumb={<Crumb template={{ id: templateId, name }} here={words.tag} />}
        action={
          <>
            <SavedNote save={save} />
            <Button variant="primary" disabled={errors > 0 || conflict !== null} onClick={() => void publish()}>
              {texts.publish.submit(number)}
            </Button>
          </>
        }
      >
        {conflict && (
          <Alert
            live
            tone="warn"
            title={words.conflictTitle}
            action={
              conflict !== "gone" && (
                <>
                  <Button onClick={() => resolve("theirs")}>{words.conflictTheirs}</Button>
                  <Button variant="plain" onClick={() => resolve("mine")}>
                    {words.conflictMine}
                  </Button>
                </>
              )
            }
          >
            {conflict === "gone" ? words.gone : words.conflictBody}
          </Alert>
        )}
        <div className="v-editor" ref={page} onFocus={onFocus}>
          <SectionNav section={section} onSection={show} onLanguage={setLanguage} />
          <div className="v-editor__main">
            <Part key={section} />
            <div className="v-editor__fold">
              <Disclosure summary={words.previewShow}>{preview}</Disclosure>
            </div>
            <ProblemList onJump={onJump} />
          </div>
          <aside className="v-editor__preview">
            <h2>{words.preview}</h2>
            {preview}
          </aside>
        </div>
        <PublishDialog
          open={publishing}
          onClose={() => setPublishing(false)}
          templateId={templateId}
          versionId={draft.id}
          rev={rev}
          name={name}
          number={number}
          before={published}
        />
      </Page>
    </EditorProvider>
  );
}
