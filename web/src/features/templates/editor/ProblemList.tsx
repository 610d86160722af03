import { useAllTexts } from "../../../texts";
import { Alert, Card } from "../../../ui";
import { ChevronRightIcon, ExclamationmarkTriangleIcon, InformationSquareIcon } from "../../../ui/icons";
import { sectionOf } from "./definition";
import { useEditor } from "./EditorContext";
import type { Check } from "./read-draft";

/** What must be mended before publishing, then what to look over; each leads to its place. */
export function ProblemList({ onJump }: { onJump: (check: Check) => void }) {
  const { checks } = useEditor();
  const words = useAllTexts().templates.editor;
  const errors = checks.filter(({ level }) => level === "ERROR");
  const warnings = checks.filter(({ level }) => level === "WARNING");
  if (checks.length === 0) {
    return (
      <Alert tone="success" title={words.ready}>
        {words.readyBody}
      </Alert>
    );
  }
  return (
    <Card title={errors.length > 0 ? words.problemsTitle(errors.length) : words.ready}>
      <Checks checks={errors} onJump={onJump} />
      {warnings.length > 0 && <h3>{words.warningsTitle}</h3>}
      <Checks checks={warnings} onJump={onJump} />
    </Card>
  );
}

function Checks({ checks, onJump }: { checks: readonly Check[]; onJump: (check: Check) => void }) {
  const texts = useAllTexts().templates;
  const names = useAllTexts().app.languages;
  if (checks.length === 0) return null;
  return (
    <ul className="v-checks">
      {checks.map((check) => {
        const Icon = check.level === "ERROR" ? ExclamationmarkTriangleIcon : InformationSquareIcon;
        const last = check.path.at(-1);
        const language = last === "nn" || last === "en" ? ` (${names[last]})` : "";
        const place = Number(check.path[1]);
        return (
          <li key={`${check.path.join(".")} ${check.message}`}>
            <button type="button" className="v-checks__check" onClick={() => onJump(check)}>
              <Icon aria-hidden fontSize="1.25rem" className="v-checks__icon" />
              <span>
                <strong>
                  {texts.sections[sectionOf(check.path)]}
                  {Number.isInteger(place) && ` ${place + 1}`}
                  {language}.
                </strong>{" "}
                {check.message}
              </span>
              <ChevronRightIcon aria-hidden fontSize="1.25rem" />
            </button>
          </li>
        );
      })}
    </ul>
  );
}
