import { useState } from "react";
import { Link } from "react-router";
import { readFragment } from "../../../../graphql/generated";
import { IntegrationRow_TokenFragmentDoc } from "../../../../graphql/generated/graphql";
import { useIntegrationsQuery } from "../../../../graphql/generated/hooks";
import { errorOf } from "../../app/errors";
import { useAllTexts } from "../../texts";
import {
  Alert,
  Button,
  Card,
  CopyButton,
  EmptyState,
  ErrorState,
  Page,
  Section,
  Skeleton,
  Stack,
  TextField,
} from "../../ui";
import { IntegrationRow } from "./IntegrationRow";
import { NewTokenDialog } from "./NewTokenDialog";

/** The keys with which other programs read for the organization: make one, see which are used, end one. */
export function Component() {
  const { integrations: texts, settings } = useAllTexts();
  const [{ data, error, fetching }, reload] = useIntegrationsQuery();
  const failure = errorOf(error);
  const again = () => reload({ requestPolicy: "network-only" });
  const [making, setMaking] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  const [ended, setEnded] = useState<string | null>(null);
  const tokens = data?.integrationTokens.map((token) => readFragment(IntegrationRow_TokenFragmentDoc, token)) ?? [];
  const [holding, over] = [tokens.filter(({ holds }) => holds), tokens.filter(({ holds }) => !holds)];
  const row = (token: (typeof tokens)[number]) => (
    <IntegrationRow
      key={token.id}
      token={token}
      onEnded={() => {
        setEnded(token.name);
        again();
      }}
    />
  );
  return (
    <Page
      narrow
      title={texts.title}
      lead={texts.lead}
      crumb={<Link to="/innstillinger">{settings.title}</Link>}
      action={
        data && (
          <Button variant="primary" onClick={() => setMaking(true)}>
            {texts.make}
          </Button>
        )
      }
    >
      {failure && !data && <ErrorState {...failure} busy={fetching} onRetry={again} />}
      {!failure && !data && <Skeleton of="cards" count={2} />}
      {data && (
        <Stack>
          {secret && (
            <Card title={texts.fresh} tone="good">
              <TextField label={texts.secret} value={secret} onChange={() => {}} readOnly spellCheck={false} />
              <div>
                <CopyButton text={secret} label={texts.copy} variant="primary" />
              </div>
              <p>{texts.once}</p>
            </Card>
          )}
          {ended !== null && <Alert tone="info" live title={texts.ended(ended)} />}
          {tokens.length === 0 && <EmptyState title={texts.none}>{texts.noneHelp}</EmptyState>}
          {holding.map(row)}
          {over.length > 0 && (
            <Section title={texts.over}>
              <Stack>{over.map(row)}</Stack>
            </Section>
          )}
        </Stack>
      )}
      {making && data && (
        <NewTokenDialog
          regions={data.organization.regions.filter(({ closedOn }) => !closedOn)}
          onClose={() => setMaking(false)}
          onMade={(made) => {
            setMaking(false);
            setEnded(null);
            setSecret(made);
            again();
          }}
        />
      )}
    </Page>
  );
}
