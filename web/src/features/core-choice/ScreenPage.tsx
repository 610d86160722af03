import { useRef, useState } from "react";
import { Link, useParams } from "react-router";
import {
  LeadCoreWorkshopDocument,
  type CoreScreen_WorkshopFragment,
  type CoreWorkshopAct,
} from "../../../../graphql/generated/graphql";
import { QrPicture } from "../../app/QrPicture";
import { useFormat } from "../../app/format";
import { useAction } from "../../app/useAction";
import { localized, useAllTexts, useLanguage } from "../../texts";
import { Alert, Button, Dialog, ErrorState, Page, Skeleton } from "../../ui";
import { useWorkshop } from "./useWorkshop";
import "./screen.css";

const MOST_VOTERS = 60;
const NEXT_ROUND = 6;
/** More rows than this stand in two columns: all of them are seen at once, from the back of the room. */
const ONE_COLUMN = 10;

/** The big screen of a vote: how one takes part, and the dots as they lie. What it has shown it keeps when the network blinks. */
export function Component() {
  const id = useParams()["id"] ?? "";
  const texts = useAllTexts().coreChoice;
  const { seen, failure, look } = useWorkshop(id);
  const crumb = <Link to="/punkter/kjernepakke/velg">{texts.crumb}</Link>;
  const title = seen && !seen.workshop ? texts.screen.missing : texts.screen.title;
  return (
    <Page title={title} crumb={crumb}>
      {seen?.workshop && <Screen workshop={seen.workshop} away={failure && seen.at} onLed={look} />}
      {!seen && (failure ? <ErrorState {...failure} onRetry={() => void look()} /> : <Skeleton of="table" count={5} />)}
    </Page>
  );
}

type ScreenProps = { workshop: CoreScreen_WorkshopFragment; away: Date | null; onLed: () => Promise<void> };

function Screen({ workshop, away, onLed }: ScreenProps) {
  const texts = useAllTexts().coreChoice;
  const { language } = useLanguage();
  const format = useFormat();
  const frame = useRef<HTMLDivElement>(null);
  const { id, rev, state, code, rounds } = workshop;
  const { run, busy, error, otherProblems } = useAction(LeadCoreWorkshopDocument);
  const [asking, setAsking] = useState<"RESET" | "END" | null>(null);
  const open = state === "OPEN";
  const last = rounds[0];
  const rows = open ? workshop.now : (last?.tallies ?? []);
  const most = Math.max(1, ...rows.map(({ dots }) => dots));
  const voters = open ? workshop.voters : (last?.voters ?? 0);
  const top = (last?.tallies ?? []).slice(0, NEXT_ROUND);
  const lead = async (act: CoreWorkshopAct): Promise<void> => {
    setAsking(null);
    await run({ id, rev, act, candidateIds: act === "NEXT" ? top.map((one) => one.id) : [] });
    await onLed();
  };
  const shown = `${code.slice(0, 4)}-${code.slice(4)}`;
  return (
    <>
      <div ref={frame} className="v-screen">
        {open && (
          <div className="v-screen__way">
            <QrPicture className="v-screen__qr" text={`${location.origin}/stem/${code}`} label={texts.screen.qr} />
            <p>{texts.screen.how}</p>
            <p className="v-screen__address">
              {location.host}/stem/
              <wbr />
              <span>{shown}</span>
            </p>
          </div>
        )}
        <div className="v-screen__dots">
          <p className="v-screen__lead" role="status">
            <strong>
              {texts.workshop(open ? workshop.round : (last?.round ?? workshop.round))}, {texts.states[state]}
            </strong>{" "}
            <span>{texts.screen.voters(format.number(voters), format.number(MOST_VOTERS))}</span>
          </p>
          {away && <Alert tone="warn">{texts.screen.away(format.time(away))}</Alert>}
          <ol
            className="v-screen__rows"
            data-many={rows.length > ONE_COLUMN || undefined}
            aria-label={texts.screen.table}
          >
            {rows.map(({ id: one, name, dots }) => (
              <li key={one} className="v-screen__row">
                <span className="v-screen__name">{localized(name, language)}</span>
                <span className="v-screen__count">
                  {format.number(dots)}
                  <span className="v-hidden"> {texts.screen.dots}</span>
                </span>
                <svg className="v-screen__bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden>
                  <rect className="v-screen__ground" width="100" height="4" />
                  <rect className="v-screen__fill" width={(100 * dots) / most} height="4" />
                </svg>
              </li>
            ))}
          </ol>
        </div>
      </div>
      {otherProblems().map((message) => (
        <Alert key={message} tone="warn" live>
          {message}
        </Alert>
      ))}
      {error && <ErrorState {...error} />}
      <div className="v-form__actions">
        {open && (
          <Button variant="primary" busy={busy} onClick={() => void lead("CLOSE")}>
            {texts.screen.close}
          </Button>
        )}
        {state === "CLOSED" && top.length > 2 && (
          <Button variant="primary" busy={busy} onClick={() => void lead("NEXT")}>
            {texts.screen.next(format.words(top.length))}
          </Button>
        )}
        {open && <Button onClick={() => setAsking("RESET")}>{texts.screen.reset}</Button>}
        {state !== "ENDED" && <Button onClick={() => setAsking("END")}>{texts.screen.end}</Button>}
        <Button variant="quiet" onClick={() => void frame.current?.requestFullscreen?.()}>
          {texts.screen.full}
        </Button>
      </div>
      <Dialog
        open={asking !== null}
        onClose={() => setAsking(null)}
        title={asking === "END" ? texts.screen.endSure : texts.screen.resetSure}
        actions={
          <Button variant="primary" onClick={() => asking && void lead(asking)}>
            {asking === "END" ? texts.screen.end : texts.screen.reset}
          </Button>
        }
      >
        <p>{asking === "END" ? texts.screen.endBody : texts.screen.resetBody}</p>
      </Dialog>
    </>
  );
}
