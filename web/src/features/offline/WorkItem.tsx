import { Link } from "react-router";
import { decides, takeBack } from "../../app/offline/acts";
import { useOffline } from "../../app/offline/snapshot";
import { dropWork } from "../../app/offline/store";
import type { Work } from "../../app/offline/types";
import { useAllTexts } from "../../texts";
import { Alert, Button, Row } from "../../ui";
import { ClockDashedIcon } from "../../ui/icons";
import { ConflictChoice } from "./ConflictChoice";
import { needsLook, useWorkWords } from "./work-words";

/** What was done of one task: how it stands, and each act with its way back while it has not been sent. */
export function WorkItem({ work }: { work: Work }) {
  const texts = useAllTexts().offline;
  const words = useWorkWords();
  const { sending } = useOffline();
  const name = words.name(work);
  const look = needsLook(work);
  const state = look ? texts.states.look : sending === work.id ? texts.states.sending : texts.states.waiting;
  const lines = words.lines(work);
  return (
    <Row>
      <div className="v-work">
        <p className="v-work__head">
          <ClockDashedIcon aria-hidden fontSize="1.5rem" />
          {decides(work) ? <strong>{name}</strong> : <Link to={`/oppgaver/${work.touchpointId}`}>{name}</Link>}
          <span className="v-work__state">{state}</span>
        </p>
        <ul className="v-work__acts">
          {lines.map(({ keys, text, tried }) => (
            <li key={keys.join()}>
              <span>{text}</span>
              {!tried && !look && sending !== work.id && (
                <Button
                  variant="plain"
                  aria-label={texts.undoName(`${name}, ${text}`)}
                  onClick={() => void takeBack(work.id, ({ key }) => !keys.includes(key))}
                >
                  {texts.undo}
                </Button>
              )}
            </li>
          ))}
        </ul>
        {!look && sending !== work.id && lines.some(({ tried }) => tried) && (
          <p className="v-work__note">{texts.tried}</p>
        )}
        <Trouble work={work} />
      </div>
    </Row>
  );
}

/** Why it was not taken, with what was written beside it; it stays until one removes it. */
function Trouble({ work }: { work: Work }) {
  const texts = useAllTexts().offline;
  const { state } = work;
  if (state.kind === "waiting") return null;
  if (state.kind === "conflict") return <ConflictChoice work={work} message={state.message} theirs={state.theirs} />;
  const title =
    state.kind === "locked"
      ? texts.locked
      : state.kind === "ended"
        ? texts.ended
        : state.kind === "gone"
          ? texts.gone
          : texts.invalid;
  return (
    <Alert tone="warn" title={title}>
      {"message" in state && state.message !== "" && <p>{state.message}</p>}
      <div className="v-work__choices">
        {state.kind !== "gone" && state.kind !== "ended" && (
          <Link to={`/oppgaver/${work.touchpointId}`}>{texts.toTask}</Link>
        )}
        <Button variant="plain" onClick={() => void dropWork(work.id)}>
          {texts.remove}
        </Button>
      </div>
    </Alert>
  );
}
