import { useState } from "react";
import { useFormat } from "../../app/format";
import { useOfflineActions } from "../../app/offline/OfflineProvider";
import { isWaiting, useOffline } from "../../app/offline/snapshot";
import { dropDay } from "../../app/offline/store";
import type { Work } from "../../app/offline/types";
import { saveFile } from "../../app/save-file";
import { useAllTexts } from "../../texts";
import { Alert, Button, Card, EmptyState, Page, Row, Rows, Stack } from "../../ui";
import { ArrowCirclepathIcon, DownloadIcon } from "../../ui/icons";
import { WorkItem } from "./WorkItem";
import { needsLook, useWorkWords } from "./work-words";
import "./offline.css";

/** What waits, what has to be looked at, and what this phone keeps: am I safe without a network? */
export function Component() {
  const texts = useAllTexts().offline;
  const words = useWorkWords();
  const { available, work, sent } = useOffline();
  const look = work.filter(needsLook);
  const waiting = work.filter(isWaiting);
  return (
    <Page narrow title={texts.title} lead={texts.lead}>
      <Stack>
        {available === false && <Alert tone="info" title={texts.here.unavailable} />}
        {available !== false && work.length === 0 && sent.length === 0 && <EmptyState lit title={texts.nothing} />}
        <Works title={texts.sections.look} work={look} />
        <Works title={texts.sections.waiting} work={waiting} />
        {sent.length > 0 && (
          <Card title={texts.sections.sent}>
            <Rows>
              {sent.map((one) => (
                <Row key={`${one.id}${one.at}`}>
                  <div className="v-work">
                    <p className="v-work__head">
                      <strong>{words.name(one)}</strong>
                      <span className="v-work__state">{texts.states.sent}</span>
                    </p>
                    <p className="v-work__note">{texts.taken[one.taken]}</p>
                  </div>
                </Row>
              ))}
            </Rows>
          </Card>
        )}
        {available && <Here />}
        {work.length > 0 && <Copy work={work} />}
      </Stack>
    </Page>
  );
}

function Works({ title, work }: { title: string; work: readonly Work[] }) {
  if (work.length === 0) return null;
  return (
    <Card title={title}>
      <Rows>
        {work.map((one) => (
          <WorkItem key={one.id} work={one} />
        ))}
      </Rows>
    </Card>
  );
}

/** A last resort: what waits as a file, should this phone never reach a network again. */
function Copy({ work }: { work: readonly Work[] }) {
  const texts = useAllTexts().offline.copy;
  const format = useFormat();
  const save = (): void => {
    const content = work.map(({ sendKey: _key, fields: _fields, ...rest }) => rest);
    saveFile(JSON.stringify(content, null, 2), `varde-${format.today()}.json`, "application/json");
  };
  return (
    <Card>
      <p>{texts.warning}</p>
      <Button variant="quiet" icon={DownloadIcon} onClick={save}>
        {texts.act}
      </Button>
    </Card>
  );
}

/** What this phone keeps, since when, and the way to be rid of it. */
function Here() {
  const texts = useAllTexts().offline;
  const format = useFormat();
  const { day, sealed } = useOffline();
  const { busy, syncNow } = useOfflineActions();
  const [told, setTold] = useState<string | null>(null);
  return (
    <Card title={texts.sections.here}>
      {day ? (
        <>
          <p>{texts.here.items(day.items.length)}</p>
          <p>{texts.fetched(format.moment(new Date(day.syncedAt).toISOString()))}</p>
        </>
      ) : (
        <p>{texts.here.none}</p>
      )}
      {sealed > 0 && <p>{texts.here.sealed(sealed)}</p>}
      <p className="v-work__note">{texts.here.rule}</p>
      <p role="status">{told}</p>
      <div className="v-work__choices">
        <Button
          variant="primary"
          icon={ArrowCirclepathIcon}
          busy={busy}
          onClick={() => void syncNow().then((reached) => setTold(reached ? null : texts.here.notReached))}
        >
          {texts.here.sync}
        </Button>
        {day && (
          <Button variant="plain" onClick={() => void dropDay().then(() => setTold(texts.here.dropped))}>
            {texts.here.drop}
          </Button>
        )}
      </div>
    </Card>
  );
}
