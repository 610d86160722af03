import { useNavigate } from "react-router";
import { AcceptInvitationDocument } from "../../../../graphql/generated/graphql";
import { useInvitationQuery } from "../../../../graphql/generated/hooks";
import { errorOf } from "../../app/errors";
import { useFormat } from "../../app/format";
import { useAction } from "../../app/useAction";
import { useLanguage, useTexts } from "../../texts";
import { Alert, Button, ButtonLink, Cairn, Card, EmptyState, ErrorState, Page, Skeleton } from "../../ui";
import { tellSignedIn } from "./signed-in-elsewhere";
import { useFragmentToken } from "./useFragmentToken";
import "./sign-in.css";

/** What one is invited to, and the one tap that takes it. */
export function Component() {
  const { accounts, app } = useTexts();
  const texts = accounts.invitation;
  const { language } = useLanguage();
  const format = useFormat();
  const navigate = useNavigate();
  const token = useFragmentToken();
  const [{ data, fetching, error }, ask] = useInvitationQuery({ variables: { token }, pause: token === "" });
  const accept = useAction(AcceptInvitationDocument);
  const failure = errorOf(error);
  const invitation = data?.invitation;

  async function take(): Promise<void> {
    if (!(await accept.run({ token }))) return;
    tellSignedIn();
    void navigate("/", { replace: true });
  }

  if (fetching && !data) return <Skeleton of="page" />;
  if (failure && !data) {
    return (
      <ErrorState heading="h1" {...failure} busy={fetching} onRetry={() => ask({ requestPolicy: "network-only" })} />
    );
  }
  if (!invitation) {
    return (
      <Page narrow title={texts.deadTitle} documentTitle={texts.documentTitle}>
        <EmptyState
          title={texts.deadBody}
          action={
            <ButtonLink to="/logg-inn" variant="quiet">
              {texts.haveAccount}
            </ButtonLink>
          }
        />
      </Page>
    );
  }
  const { role, unitName, organizationName, holderName, expiresAt } = invitation;
  const roleName = app.seat.roles[role];
  return (
    <Page
      narrow
      title={texts.title(holderName.split(" ")[0] ?? holderName)}
      documentTitle={texts.documentTitle}
      lead={texts.body(roleName.toLocaleLowerCase(language), unitName)}
      art={<Cairn lit size="medium" />}
    >
      <Card>
        <dl className="a-facts">
          <dt>{texts.who}</dt>
          <dd>{organizationName}</dd>
          <dt>{texts.where}</dt>
          <dd>{unitName}</dd>
          <dt>{texts.what}</dt>
          <dd>{roleName}</dd>
          <dt>{texts.until}</dt>
          <dd>{format.moment(expiresAt)}</dd>
        </dl>
        {accept.error && <ErrorState {...accept.error} />}
        {accept.otherProblems().map((line) => (
          <Alert key={line} tone="warn" live>
            <p>{line}</p>
          </Alert>
        ))}
        <Button variant="primary" wide busy={accept.busy} onClick={() => void take()}>
          {texts.accept}
        </Button>
        <p className="a-quiet">{texts.privacy}</p>
      </Card>
    </Page>
  );
}
