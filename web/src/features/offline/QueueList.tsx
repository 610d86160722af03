import { Link } from "react-router";
import { useFormat } from "../../app/format";
import { isWaiting, useOffline } from "../../app/offline/snapshot";
import { useOnline } from "../../app/online";
import { useAllTexts } from "../../texts";
import { Card, Rows } from "../../ui";
import { WorkItem } from "./WorkItem";
import { needsLook } from "./work-words";
import "./offline.css";

const MOST = 5;

/** What one has done and the server has not got yet, and how old what one looks at is. */
export default function QueueList() {
  const { work, day } = useOffline();
  const online = useOnline();
  const texts = useAllTexts().offline;
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
