import { useState } from "react";
import { readFragment } from "../../../../graphql/generated";
import { FollowUp_FollowUpFragmentDoc, type FollowUp_FollowUpFragment } from "../../../../graphql/generated/graphql";
import { useFollowUpQuery } from "../../../../graphql/generated/hooks";
import { errorOf } from "../../app/errors";
import { useFormat } from "../../app/format";
import { useCan } from "../../app/viewer";
import { localized, useAllTexts, useLanguage } from "../../texts";
import { Button, Card, DefinitionLine, ErrorState, Row, Rows, Skeleton } from "../../ui";
import { ContactDialog } from "./ContactDialog";
import { RemoveContactDialog } from "./RemoveContactDialog";
import "./follow-up.css";

export type Entry = FollowUp_FollowUpFragment["entries"][number];
type CardProps = { chapterId: string; chapterName: string };
type Open = { kind: "write" } | { kind: "change"; entry: Entry } | { kind: "remove"; entry: Entry } | null;

const FIRST = 5;

/** What has been between a chapter and those who follow it: for them alone, never for its board. */
export function FollowUpCard(props: CardProps) {
  const may = useCan("NUDGE");
  return may ? <Log {...props} /> : null;
}

function Log({ chapterId, chapterName }: CardProps) {
  const texts = useAllTexts().followUp.log;
  const format = useFormat();
  const [{ data, error, fetching }, reload] = useFollowUpQuery({ variables: { chapterId } });
  const [open, setOpen] = useState<Open>(null);
  const [all, setAll] = useState(false);
  const failure = errorOf(error);
  const log = data && readFragment(FollowUp_FollowUpFragmentDoc, data.followUp);
  const again = () => reload({ requestPolicy: "network-only" });
  const close = () => setOpen(null);
  const done = () => {
    setOpen(null);
    again();
  };
  const shown = log ? (all ? log.entries : log.entries.slice(0, FIRST)) : [];
  const rest = (log?.entries.length ?? 0) - shown.length;
  return (
    <Card title={texts.heading} lead={texts.lead}>
      {!log && failure && (
        <ErrorState code={failure.code} requestId={failure.requestId} busy={fetching} onRetry={again} />
      )}
      {!log && !failure && <Skeleton of="text" count={3} />}
      {log?.nextOn && (
        <p>
          <strong>{texts.nextOn(format.relativeDay(log.nextOn))}</strong>
        </p>
      )}
      {log && log.entries.length === 0 && <p>{texts.none}</p>}
      {shown.length > 0 && (
        <Rows>
          {shown.map((entry) => (
            <Row key={`${entry.kind} ${entry.id}`}>
              <Line
                entry={entry}
                onChange={() => setOpen({ kind: "change", entry })}
                onRemove={() => setOpen({ kind: "remove", entry })}
              />
            </Row>
          ))}
        </Rows>
      )}
      {log && (
        <div className="v-follow__acts">
          {log.open && (
            <Button variant="secondary" onClick={() => setOpen({ kind: "write" })}>
              {texts.write}
            </Button>
          )}
          {rest > 0 && (
            <Button variant="quiet" onClick={() => setAll(true)}>
              {texts.more(format.number(rest))}
            </Button>
          )}
        </div>
      )}
      <DefinitionLine>{texts.kept}</DefinitionLine>
      {open?.kind === "write" && (
        <ContactDialog chapterId={chapterId} chapterName={chapterName} entry={null} onClose={close} onSaved={done} />
      )}
      {open?.kind === "change" && (
        <ContactDialog
          chapterId={chapterId}
          chapterName={chapterName}
          entry={open.entry}
          onClose={close}
          onSaved={done}
        />
      )}
      {open?.kind === "remove" && (
        <RemoveContactDialog chapterId={chapterId} entry={open.entry} onClose={close} onRemoved={done} />
      )}
    </Card>
  );
}

/** What one line is about, in words. */
function useWords(entry: Entry): string {
  const texts = useAllTexts().followUp.log;
  const { language } = useLanguage();
  const name = entry.templateName ? localized(entry.templateName, language) : "";
  const yes = entry.agreed === true;
  if (entry.kind === "NUDGE") return texts.nudged;
  if (entry.kind === "WAIVER_ANSWERED") return texts.waiver(name, yes);
  if (entry.kind === "TIME_ANSWERED") return texts.time(name, yes);
  if (entry.kind === "TIME_GIVEN") return texts.given(name);
  if (entry.kind === "TAKEN_OVER") return texts.takenOver(name, yes);
  return texts.how[entry.how ?? "MESSAGE"];
}

function Line({ entry, onChange, onRemove }: { entry: Entry; onChange: () => void; onRemove: () => void }) {
  const all = useAllTexts();
  const texts = all.followUp.log;
  const { language } = useLanguage();
  const format = useFormat();
  const what = `${useWords(entry)} ${format.relativeDay(entry.on)}`;
  const role = entry.byRole && all.app.seat.roles[entry.byRole].toLocaleLowerCase(language);
  return (
    <div className="v-follow">
      <p className="v-follow__what">
        <strong>{what}</strong>
        {entry.byName && role && <> · {texts.by(entry.byName, role)}</>}
      </p>
      {entry.note && <p className="v-follow__note">{entry.note}</p>}
      {entry.answer && <p className="v-follow__note">{texts.answered(all.news.nudge.answers[entry.answer])}</p>}
      {entry.nextOn && <p className="v-follow__note">{texts.again(format.date(entry.nextOn))}</p>}
      {entry.mayChange && (
        <div className="v-follow__acts">
          <Button variant="quiet" aria-label={texts.changeOne(what)} onClick={onChange}>
            {texts.change}
          </Button>
          <Button variant="quiet" aria-label={texts.removeOne(what)} onClick={onRemove}>
            {texts.remove}
          </Button>
        </div>
      )}
    </div>
  );
}
