import { useState } from "react";
import { Link } from "react-router";
import { readFragment } from "../../../../graphql/generated";
import {
  DeviceRow_AccountSessionFragmentDoc,
  EndMyOtherSessionsDocument,
  EndMySessionDocument,
  type DeviceRow_AccountSessionFragment,
} from "../../../../graphql/generated/graphql";
import { useMyDevicesQuery } from "../../../../graphql/generated/hooks";
import { errorOf } from "../../app/errors";
import { useFormat } from "../../app/format";
import { useAction } from "../../app/useAction";
import { useAllTexts } from "../../texts";
import { Alert, Button, Card, ErrorState, Page, Row, Rows, Skeleton, Stack, Tag } from "../../ui";
import "./my-account.css";

/** Where one is signed in; one that one does not know, or has lost, is ended here. */
export function Component() {
  const { myAccount, accounts } = useAllTexts();
  const texts = myAccount.devices;
  const [result, reload] = useMyDevicesQuery({ requestPolicy: "cache-and-network" });
  const problem = errorOf(result.error);
  const again = () => reload({ requestPolicy: "network-only" });
  return (
    <Page narrow title={texts.title} lead={texts.lead} crumb={<Link to="/konto">{accounts.account.title}</Link>}>
      {result.data ? (
        <Devices
          sessions={readFragment(DeviceRow_AccountSessionFragmentDoc, result.data.myAccount.sessions)}
          onChanged={again}
        />
      ) : problem ? (
        <ErrorState {...problem} busy={result.fetching} onRetry={again} />
      ) : (
        <Skeleton of="cards" count={2} />
      )}
    </Page>
  );
}

type Session = DeviceRow_AccountSessionFragment;

function Devices({ sessions, onChanged }: { sessions: readonly Session[]; onChanged: () => void }) {
  const texts = useAllTexts().myAccount.devices;
  const one = useAction(EndMySessionDocument);
  const others = useAction(EndMyOtherSessionsDocument);
  const [done, setDone] = useState<string | null>(null);
  const error = one.error ?? others.error;
  const nameOf = ({ browser, system }: Session) => texts.on(texts.browsers[browser], texts.systems[system]);

  async function end(session: Session): Promise<void> {
    setDone(null);
    if (await one.run({ id: session.id })) setDone(texts.ended(nameOf(session)));
    onChanged();
  }
  async function endOthers(): Promise<void> {
    setDone(null);
    if (await others.run({})) setDone(texts.endedOthers);
    onChanged();
  }

  return (
    <Stack>
      {done && (
        <Alert tone="success" live>
          <p>{done}</p>
        </Alert>
      )}
      {error && <ErrorState {...error} />}
      <Card>
        <Rows>
          {sessions.map((session) => (
            <DeviceRow
              key={session.id}
              session={session}
              name={nameOf(session)}
              busy={one.busy || others.busy}
              onEnd={() => void end(session)}
            />
          ))}
        </Rows>
        {sessions.length > 1 ? (
          <Button busy={others.busy} onClick={() => void endOthers()}>
            {texts.endOthers}
          </Button>
        ) : (
          <p className="v-quiet">{texts.onlyThis}</p>
        )}
      </Card>
      <p className="v-quiet">{texts.forgets}</p>
    </Stack>
  );
}

type RowProps = { session: Session; name: string; busy: boolean; onEnd: () => void };

function DeviceRow({ session, name, busy, onEnd }: RowProps) {
  const texts = useAllTexts().myAccount.devices;
  const format = useFormat();
  return (
    <Row>
      <div className="a-device">
        <div>
          <p className="a-device__name">{name}</p>
          <p className="v-quiet">{texts.used(format.moment(session.lastUsedAt))}</p>
          <p className="v-quiet">{texts.begun(format.moment(session.begunAt))}</p>
        </div>
        {session.current ? (
          <Tag tone="good">{texts.current}</Tag>
        ) : (
          <Button aria-label={texts.endOf(name)} busy={busy} onClick={onEnd}>
            {texts.end}
          </Button>
        )}
      </div>
    </Row>
  );
}
