import { Link } from "react-router";
import { useFormat } from "../../app/format";
import { isWaiting } from "../../app/offline/acts";
import { useOffline } from "../../app/offline/snapshot";
import { useOnline } from "../../app/online";
import { useTexts } from "../../texts";
import { Card, Rows } from "../../ui";
import { WorkItem } from "./WorkItem";
import { needsLook } from "./work-words";
import "./offline.css";

const MOST = 5;

/** On «I dag»: what one has done and the server has not got yet. Nothing at all when there is none and there is a network. */
export function QueueCard() {
  const { work, day } = useOffline();
  const online = useOnline();
  const texts = useTexts().offline;
  const format = useFormat();
  const waiting = work.filter(isWaiting);
  const look = work.filter(needsLook);
  return (
    <>
      {work.length > 0 && (
        <Card
          title={
            look.length > 0
              ? texts.card.look(look.length)
              : online
                ? texts.card.sends(waiting.length)
                : texts.card.waits(waiting.length)
          }
          {...(look.length === 0 && { lead: texts.card.itself })}
        >
          <Rows>
            {[...look, ...waiting].slice(0, MOST).map((one) => (
              <WorkItem key={one.id} work={one} />
            ))}
          </Rows>
          {work.length > MOST && <Link to="/ko">{texts.card.all}</Link>}
        </Card>
      )}
      {!online && day && (
        <p className="v-work__fetched">{texts.fetched(format.moment(new Date(day.syncedAt).toISOString()))}</p>
      )}
    </>
  );
}
