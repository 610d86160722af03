import { useState } from "react";
import { Link } from "react-router";
import { CreateCalendarFeedDocument, RevokeCalendarFeedDocument } from "../../../../graphql/generated/graphql";
import { useCalendarFeedQuery } from "../../../../graphql/generated/hooks";
import { errorOf } from "../../app/errors";
import { useFormat } from "../../app/format";
import { useAction } from "../../app/useAction";
import { useAllTexts } from "../../texts";
import {
  Alert,
  Button,
  Card,
  Checkbox,
  CopyButton,
  Disclosure,
  ErrorState,
  Page,
  Skeleton,
  Stack,
  TextField,
} from "../../ui";

/** The secret address of one's own calendar: make it, copy it, end it, and how it gets into a phone. */
export function Component() {
  const { calendarPage: texts, accounts } = useAllTexts();
  const [result, reload] = useCalendarFeedQuery();
  const problem = errorOf(result.error);
  const again = () => reload({ requestPolicy: "network-only" });
  return (
    <Page narrow title={texts.title} lead={texts.lead} crumb={<Link to="/konto">{accounts.account.title}</Link>}>
      {result.data ? (
        <Feed
          createdAt={result.data.calendarFeed?.createdAt ?? null}
          hadYear={result.data.calendarFeed?.withYear ?? false}
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

type FeedProps = { createdAt: string | null; hadYear: boolean; onChanged: () => void };

function Feed({ createdAt, hadYear, onChanged }: FeedProps) {
  const texts = useAllTexts().calendarPage;
  const format = useFormat();
  const create = useAction(CreateCalendarFeedDocument);
  const revoke = useAction(RevokeCalendarFeedDocument);
  const [url, setUrl] = useState<string | null>(null);
  const [withYear, setWithYear] = useState(hadYear);
  const [revoked, setRevoked] = useState(false);
  const failure = create.error ?? revoke.error;

  async function make(): Promise<void> {
    const done = await create.run({ withYear });
    if (!done) return;
    setRevoked(false);
    setUrl(done.createCalendarFeed.url ?? null);
    onChanged();
  }
  async function end(): Promise<void> {
    if (!(await revoke.run({}))) return;
    setUrl(null);
    setRevoked(true);
    onChanged();
  }

  return (
    <Stack>
      {revoked && !createdAt && <Alert tone="info" live title={texts.revoked} />}
      {url && createdAt ? (
        <Card title={texts.fresh}>
          <TextField label={texts.address} value={url} onChange={() => {}} readOnly />
          <div>
            <CopyButton text={url} label={texts.copy} variant="primary" />
          </div>
          <p>{texts.secret}</p>
        </Card>
      ) : (
        createdAt && (
          <Card>
            <p>
              {texts.madeOn(format.moment(createdAt))} {hadYear && texts.hasYear}
            </p>
          </Card>
        )
      )}
      {failure && <ErrorState {...failure} />}
      {createdAt ? (
        <Card>
          <Checkbox label={texts.withYear} help={texts.withYearHelp} checked={withYear} onChange={setWithYear} />
          <div>
            <Button variant="secondary" busy={create.busy} onClick={() => void make()}>
              {texts.again}
            </Button>
          </div>
          <p>{texts.againHelp}</p>
          <div>
            <Button variant="plain" busy={revoke.busy} onClick={() => void end()}>
              {texts.revoke}
            </Button>
          </div>
        </Card>
      ) : (
        <Stack>
          <Checkbox label={texts.withYear} help={texts.withYearHelp} checked={withYear} onChange={setWithYear} />
          <div>
            <Button variant="primary" busy={create.busy} onClick={() => void make()}>
              {texts.create}
            </Button>
          </div>
        </Stack>
      )}
      <Disclosure summary={texts.how} open={url !== null}>
        <p>{texts.apple}</p>
        <p>{texts.google}</p>
        <p>{texts.outlook}</p>
        <p>{texts.slow}</p>
      </Disclosure>
    </Stack>
  );
}
