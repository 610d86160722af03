import { daysBetween, osloDate, type GrantItem } from "@varde/domain";
import { useState } from "react";
import { Link } from "react-router";
import { readFragment } from "../../../../graphql/generated";
import {
  OwnReturn_GrantReturnFragmentDoc,
  PaperView_PaperFragmentDoc,
  SaveGrantReturnDocument,
  type OwnReturn_GrantReturnFragment,
} from "../../../../graphql/generated/graphql";
import { useFormat } from "../../app/format";
import { useAction } from "../../app/useAction";
import { useAllTexts } from "../../texts";
import {
  Alert,
  Button,
  Card,
  Checkbox,
  DateField,
  ErrorState,
  Form,
  FormActions,
  SavedNote,
  type SaveState,
  Stack,
  Tag,
  TextArea,
} from "../../ui";
import { CorrectDialog, type Correctable } from "./CorrectDialog";
import { PaperView } from "./PaperView";
import { SignCard } from "./SignCard";
import { toWritten, useKeptWords, type Written } from "./written";

export type Own = OwnReturn_GrantReturnFragment;
const TONES = { READY: "good", SHORT: "attention", MISSING: "missed" } as const;
const CORRECTABLE: readonly GrantItem[] = ["PLACE", "ELECTED", "BOARD"];

/** The return, to be written and signed while it is the board's, and to be read when it is delivered. */
export function OwnReturn({ fetched }: { fetched: Own }) {
  const texts = useAllTexts().grantReturn;
  const [own, setOwn] = useState(fetched);
  // what the page fetched anew is newer than what a save gave, where it has grown
  const shown = fetched.rev > own.rev || fetched.state !== own.state ? fetched : own;
  const open = shown.state === "DRAFT" || shown.state === "RETURNED";
  const [dirty, setDirty] = useState(false);
  // the form begins anew with what somebody else wrote, and goes on after a save of its own
  const [began, setBegan] = useState(fetched.rev);
  if (fetched.rev > own.rev && fetched.rev !== began) setBegan(fetched.rev);
  return (
    <Stack>
      <Told own={shown} />
      {open && <Writing key={began} own={shown} onSaved={setOwn} onDirty={setDirty} />}
      <SignCard own={shown} dirty={dirty} onSigned={setOwn} />
      {!open && (
        <Card title={texts.title(shown.year)}>
          <PaperView paper={shown.paper} />
        </Card>
      )}
    </Stack>
  );
}

/** How far it has come, in one box. */
function Told({ own }: { own: Own }) {
  const texts = useAllTexts().grantReturn;
  const format = useFormat();
  const [last] = own.decisions;
  if (own.state === "RETURNED") {
    return (
      <Alert tone="warn" title={texts.sentBack}>
        <p className="v-return-words">{last?.comment}</p>
        <p>{texts.sentBackNext}</p>
      </Alert>
    );
  }
  if (own.state === "APPROVED") {
    return (
      <Alert tone="success" title={texts.approved}>
        {last?.kind === "BY_ITSELF" ? texts.byItself : last?.comment}
      </Alert>
    );
  }
  if (own.state === "DELIVERED" && own.stateAt) {
    const days = own.advancesOn ? daysBetween(format.today(), own.advancesOn) : null;
    return (
      <Alert tone="success" title={texts.states.DELIVERED}>
        {texts.deliveredOn(format.date(osloDate(new Date(own.stateAt))))} {days !== null && texts.advances(days)}
      </Alert>
    );
  }
  return null;
}

type FoundProps = {
  at: string;
  onAnswer: (restore: boolean) => void;
  texts: ReturnType<typeof useAllTexts>["editor"]["found"];
};

/** What this device has and the server has not. */
function Found({ at, onAnswer, texts }: FoundProps) {
  const format = useFormat();
  return (
    <Alert
      live
      tone="info"
      title={texts.title}
      action={
        <>
          <Button onClick={() => onAnswer(true)}>{texts.restore}</Button>
          <Button variant="plain" onClick={() => onAnswer(false)}>
            {texts.discard}
          </Button>
        </>
      }
    >
      {texts.body(format.moment(at))}
    </Alert>
  );
}

type WritingProps = { own: Own; onSaved: (own: Own) => void; onDirty: (dirty: boolean) => void };

function Writing({ own, onSaved, onDirty }: WritingProps) {
  const { grantReturn: texts, editor } = useAllTexts();
  const format = useFormat();
  const [written, setWritten] = useState<Written>(() => toWritten(own.written));
  const kept = useKeptWords(own.year, written);
  const [correcting, setCorrecting] = useState<Correctable | null>(null);
  const save = useAction(SaveGrantReturnDocument);
  const [saved, setSaved] = useState<Date | null>(null);
  const paper = readFragment(PaperView_PaperFragmentDoc, own.paper);
  const set = (part: Partial<Written>): void => {
    const next = { ...written, ...part };
    setWritten(next);
    kept.keep(next);
    setSaved(null);
    onDirty(true);
  };
  const send = async (): Promise<void> => {
    const done = await save.run({ year: own.year, rev: own.rev, ...written });
    const heard = done?.saveGrantReturn.grantReturn;
    if (!heard) return;
    onDirty(false);
    kept.forget();
    setSaved(new Date());
    onSaved(readFragment(OwnReturn_GrantReturnFragmentDoc, heard));
  };
  const saveState: SaveState = save.busy
    ? { state: "saving" }
    : save.error?.code === "OFFLINE"
      ? { state: "waiting" }
      : save.error || save.problems.length > 0
        ? { state: "failed" }
        : saved
          ? { state: "saved", at: saved }
          : { state: "idle" };
  const answerFound = (restore: boolean): void => {
    if (restore && kept.found) set(kept.found.definition);
    kept.answered();
  };
  const names = (): string => (written.board?.value ?? paper.board).map(({ name }) => name).join("\n");
  const now: Record<Correctable, string> = {
    PLACE: written.municipality?.value ?? paper.municipality,
    ELECTED: written.electedOn?.value ?? paper.electedOn ?? "",
    BOARD: names(),
  };
  const said: Record<GrantItem, string | null> = {
    PLACE: [now.PLACE, paper.county].filter(Boolean).join(", "),
    ELECTED: now.ELECTED ? format.fullDate(now.ELECTED) : "",
    PERIOD: null,
    BOARD: now.BOARD.split("\n").filter(Boolean).join(", "),
    ACTIVITY: null,
    MEMBERS: paper.counted.sentence,
    PAPERS: null,
  };
  const asked = paper.papers.filter(({ from }) => from !== "REGISTER").map((one) => one.paper);
  const insert = ({ title, on, came }: Own["suggestions"][number]): void => {
    const line = texts.suggested(title ?? texts.meeting, format.date(on), came ?? null);
    set({ activity: written.activity.trim() === "" ? line : `${written.activity.trim()}\n${line}` });
  };
  return (
    <>
      {own.signatures.length > 0 && <Alert tone="info">{texts.voids}</Alert>}
      {kept.found && <Found at={kept.found.at} onAnswer={answerFound} texts={editor.found} />}
      <Form onSubmit={() => void send()} problems={save.otherProblems(["activity"])}>
        <Card
          title={texts.need}
          aside={texts.ready(format.outOf(own.items.filter(({ state }) => state === "READY").length, own.items.length))}
        >
          {own.items.map(({ item, state }) => (
            <div key={item} className="v-return-item">
              <div className="v-return-item__head">
                <h3>{texts.items[item]}</h3>
                <Tag tone={TONES[state]}>{texts.itemStates[state]}</Tag>
              </div>
              {said[item] && <p>{said[item]}</p>}
              {item === "MEMBERS" && paper.counted.gaps.map((gap) => <p key={gap}>{gap}</p>)}
              {state !== "READY" && <p className="v-return-quiet">{texts.mend[item]}</p>}
              {item === "MEMBERS" && state !== "READY" && (
                <Link to={`/medlemmer/telling/${own.year}`}>{texts.toMembers}</Link>
              )}
              {item === "PERIOD" && (
                <DateField
                  label={texts.to}
                  value={written.periodTo ?? paper.periodTo ?? ""}
                  onChange={(periodTo) => set({ periodTo: periodTo === "" ? null : periodTo })}
                />
              )}
              {item === "ACTIVITY" && (
                <>
                  <TextArea
                    label={texts.activity}
                    help={texts.activityHelp}
                    rows={4}
                    maxLength={2000}
                    value={written.activity}
                    onChange={(activity) => set({ activity })}
                    problem={save.problemAt("activity")}
                  />
                  {own.suggestions.length > 0 && (
                    <div className="v-return-tools" role="group" aria-label={texts.suggestions}>
                      {own.suggestions.slice(0, 4).map((one) => (
                        <Button key={`${one.on}${one.title}`} variant="quiet" onClick={() => insert(one)}>
                          {texts.insert(`${one.title ?? texts.meeting}, ${format.shortDate(one.on)}`)}
                        </Button>
                      ))}
                    </div>
                  )}
                </>
              )}
              {item === "PAPERS" &&
                asked.map((one) => (
                  <Checkbox
                    key={one}
                    label={`${texts.papers[one]} ${texts.isSent}`}
                    checked={written.sent.includes(one)}
                    onChange={(checked) =>
                      set({ sent: checked ? [...written.sent, one] : written.sent.filter((held) => held !== one) })
                    }
                  />
                ))}
              {CORRECTABLE.includes(item) && (
                <div className="v-return-tools">
                  <Button
                    variant="plain"
                    aria-label={texts.correctTitle(texts.items[item])}
                    onClick={() => setCorrecting(item as Correctable)}
                  >
                    {texts.correct}
                  </Button>
                </div>
              )}
            </div>
          ))}
        </Card>
        <FormActions>
          <Button type="submit" busy={save.busy}>
            {texts.save}
          </Button>
          <SavedNote save={saveState} />
        </FormActions>
        {save.error && <ErrorState {...save.error} busy={save.busy} onRetry={() => void send()} />}
      </Form>
      {correcting && (
        <CorrectDialog
          what={correcting}
          now={now[correcting]}
          written={written}
          onUse={set}
          onClose={() => setCorrecting(null)}
        />
      )}
    </>
  );
}
