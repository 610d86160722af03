import { useFormat } from "../../app/format";
import { useTexts } from "../../texts";
import { Alert, Row, Rows, Tag, TextArea } from "../../ui";
import type { Line } from "./plan";
import { useHandoverTexts } from "./words";

type ListProps = {
  list: string;
  /** as the server understands it; null while it has not seen it as it is */
  lines: readonly Line[] | null;
  problem: string | undefined;
  onChange: (list: string) => void;
};

/** The new board, pasted; below it how each line is understood, after the first look. */
export function ListStep({ list, lines, problem, onChange }: ListProps) {
  const texts = useHandoverTexts().list;
  const { app } = useTexts();
  const { number } = useFormat();
  const bad = lines?.some((line) => line.problem !== null) ?? false;
  return (
    <>
      <TextArea
        label={texts.label}
        help={texts.help}
        placeholder={texts.placeholder}
        rows={8}
        value={list}
        onChange={onChange}
        problem={problem}
      />
      {lines !== null && list.trim() !== "" && lines.length === 0 && <Alert tone="warn">{texts.none}</Alert>}
      {lines !== null && lines.length > 0 && (
        <section aria-label={texts.seen}>
          <Rows>
            {lines.map((line) => (
              <Row key={line.line}>
                <div className="v-handover__line">
                  <div>
                    <strong>{line.name || texts.line(number(line.line))}</strong>
                    <div className="v-handover__facts">
                      {[line.role && app.seat.roles[line.role], line.email].filter(Boolean).join(" · ")}
                    </div>
                    {line.problem && <div className="v-handover__bad">{line.problem}</div>}
                    {line.note && <div className="v-handover__facts">{line.note}</div>}
                  </div>
                  {!line.problem && (
                    <Tag tone={line.already ? "plain" : "good"}>{line.already ? texts.already : texts.fine}</Tag>
                  )}
                </div>
              </Row>
            ))}
          </Rows>
          {bad && (
            <Alert tone="warn" live>
              {texts.some}
            </Alert>
          )}
        </section>
      )}
    </>
  );
}
