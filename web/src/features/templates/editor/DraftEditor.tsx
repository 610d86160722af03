import { useEffect, useRef, useState, useSyncExternalStore, type FocusEvent, type ReactNode } from "react";
import { useNavigate, useSearchParams } from "react-router";
import type { FieldType, Language } from "@varde/domain";
import { localized, useAllTexts } from "../../../texts";
import { Button, Page, SavedNote } from "../../../ui";
import { EyeIcon } from "../../../ui/icons";
import type { CrisisContactData } from "../../touchpoints";
import { TemplateCrumb } from "../../../app/TemplateCrumb";
import { sectionOf, SECTIONS, type SectionName } from "./definition";
import { measuredFor, type ReportedVersion } from "./measured";
import { EditorProvider } from "./EditorContext";
import { GoalSection, LocksSection } from "./GoalSection";
import { jumpTo } from "./jump";
import { MessagesSection } from "./MessagesSection";
import { ConflictNotice, FoundNotice } from "./Notices";
import type { Screen } from "./preview/DraftPreview";
import { PreviewPanel } from "./preview/PreviewPanel";
import type { PreviewChapter } from "./preview/sample-task";
import { ProblemList } from "./ProblemList";
import { PublishDialog } from "./PublishDialog";
import type { Check, Draft } from "./read-draft";
import { ReportSection } from "./ReportSection";
import { ScheduleSection } from "./ScheduleSection";
import { SectionNav } from "./SectionNav";
import { StepsSection } from "./StepsSection";
import { TargetsSection } from "./TargetsSection";
import { TriggerSection } from "./TriggerSection";
import { TrySimulation } from "./TrySimulation";
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

const WIDE = matchMedia("(min-width: 75rem)");
const onWide = (listener: () => void): (() => void) => {
  WIDE.addEventListener("change", listener);
  return () => WIDE.removeEventListener("change", listener);
};

type DraftEditorProps = {
  templateId: string;
  draft: Draft;
  /** number of the version in force */
  published: string | null;
  earlier: ReadonlyMap<string, FieldType>;
  /** versions whose reports have been timed, newest first */
  reported: readonly ReportedVersion[];
  chapters: readonly PreviewChapter[];
  crisisContacts: readonly CrisisContactData[];
  onOpen: () => void;
};

/** Parts at the left, the part in the middle, what the chapter sees at the right (below it on a narrow screen, and when as wide as a desk). */
export function DraftEditor({ templateId, draft, published, earlier, reported, onOpen, ...shown }: DraftEditorProps) {
  const { templates: texts, pilots } = useAllTexts();
  const words = texts.editor;
  const navigate = useNavigate();
  const { rev, definition, change, save, conflict, resolve, flush, number, checks, ...kept } = useDraft(
    templateId,
    draft,
  );
  const [query, setQuery] = useSearchParams();
  const [language, setLanguage] = useState<Language>("nb");
  const [revealed, setRevealed] = useState(false);
  const [editing, setEditing] = useState<string | null>(null);
  const [publishing, setPublishing] = useState(false);
  const [screen, setScreen] = useState<Screen>("phone");
  const [unfolded, setUnfolded] = useState(false);
  const wide = useSyncExternalStore(onWide, () => WIDE.matches);
  // what one opened with: it does not change under the pen
  const [earlierFields] = useState(earlier);
  const [timed] = useState(reported);
  const [{ chapters, crisisContacts }] = useState(shown);
  const [chapterId, setChapterId] = useState(chapters[0]?.id ?? null);
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
  const tryOut = async (): Promise<void> => {
    setRevealed(true);
    if (await flush()) await navigate(`/punkter/${templateId}/pilot`);
  };
  const onFocus = (event: FocusEvent): void => {
    const place = event.target.closest<HTMLElement>("[data-path]");
    if (place?.dataset["path"]) setEditing(place.dataset["path"]);
  };
  const test = { templateId, versionId: draft.id, chapterId, save: flush };
  const errors = checks.filter(({ level }) => level === "ERROR").length;
  const preview = (
    <PreviewPanel
      section={section}
      editing={editing}
      screen={screen}
      onScreen={setScreen}
      chapters={chapters}
      chapterId={chapterId}
      onChapter={setChapterId}
      crisisContacts={crisisContacts}
    />
  );
  return (
    <EditorProvider
      value={{
        definition,
        change,
        language,
        checks,
        revealed,
        earlier: earlierFields,
        measured: measuredFor(definition, timed),
        test,
      }}
    >
      <Page
        title={words.title(name, number)}
        documentTitle={name}
        crumb={<TemplateCrumb template={{ id: templateId, name }} here={words.tag} />}
        action={
          <>
            <SavedNote save={save} />
            <Button disabled={errors > 0 || conflict !== null} onClick={() => void tryOut()}>
              {pilots.start.link}
            </Button>
            <Button variant="primary" disabled={errors > 0 || conflict !== null} onClick={() => void publish()}>
              {texts.publish.submit(number)}
            </Button>
          </>
        }
      >
        {kept.found && (
          <FoundNotice found={kept.found} definition={definition} language={language} onAnswer={kept.answerFound} />
        )}
        {conflict && (
          <ConflictNotice conflict={conflict} definition={definition} language={language} onResolve={resolve} />
        )}
        <div className="v-editor" ref={page} onFocus={onFocus} data-screen={screen}>
          <SectionNav section={section} onSection={show} onLanguage={setLanguage} />
          <div className="v-editor__main">
            <Part key={section} />
            {(section === "trigger" || section === "schedule") && (
              <TrySimulation templateId={templateId} versionId={draft.id} save={flush} />
            )}
            {!wide && (
              <div className="v-editor__fold">
                <Button wide icon={EyeIcon} aria-expanded={unfolded} onClick={() => setUnfolded(!unfolded)}>
                  {words.previewShow}
                </Button>
                {unfolded && preview}
              </div>
            )}
            <ProblemList onJump={onJump} />
          </div>
          {wide && <aside className="v-editor__preview">{preview}</aside>}
        </div>
        <PublishDialog
          open={publishing}
          onClose={() => setPublishing(false)}
          templateId={templateId}
          versionId={draft.id}
          rev={rev}
          name={name}
          definition={definition}
          notes={draft.notes}
          before={published}
        />
      </Page>
    </EditorProvider>
  );
}
