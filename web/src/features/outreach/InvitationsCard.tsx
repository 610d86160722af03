import { RemoveRsvpDocument, type MeetingInvitationsQuery } from "../../../../graphql/generated/graphql";
import { useMeetingInvitationsQuery } from "../../../../graphql/generated/hooks";
import { errorOf } from "../../app/errors";
import { useFormat } from "../../app/format";
import { useAction } from "../../app/useAction";
import { useTexts } from "../../texts";
import { Alert, Button, Card, ErrorState, Row, Rows, Skeleton, Tag } from "../../ui";
import { InviteAll } from "./InviteAll";
import { useOutreachTexts } from "./outreach-words";
import "./outreach.css";

type Invitations = MeetingInvitationsQuery["meetingInvitations"];

/** The way to invite, the answers so far as numbers, the names some gave, and what was mailed. */
export default function InvitationsCard({ meetingId }: { meetingId: string }) {
  const [{ data, error, fetching }, retry] = useMeetingInvitationsQuery({
    variables: { meetingId },
    requestPolicy: "cache-and-network",
  });
  const failure = errorOf(error);
  const refresh = () => retry({ requestPolicy: "network-only" });
  if (!data)
    return failure ? (
      <ErrorState code={failure.code} requestId={failure.requestId} busy={fetching} onRetry={refresh} />
    ) : (
      <Skeleton of="cards" count={1} />
    );
  const found = data.meetingInvitations;
  return (
    <>
      {found.invitable && <InviteAll meetingId={meetingId} />}
      {(found.sent.length > 0 || found.counts.length > 0) && <Answers found={found} refresh={refresh} />}
      {found.sent.length > 0 && <Mails sent={found.sent} />}
    </>
  );
}

function Answers({ found, refresh }: { found: Invitations; refresh: () => void }) {
  const texts = useOutreachTexts();
  const app = useTexts().app;
  const { number } = useFormat();
  const remove = useAction(RemoveRsvpDocument);
  return (
    <Card title={found.counts.length > 0 ? texts.answers : texts.noAnswers} lead={texts.answersBody}>
      {found.counts.length > 0 && (
        <p className="v-outreach__acts">
          {found.counts.map(({ answer, persons }) => (
            <Tag key={answer} tone={answer === "YES" ? "good" : "plain"}>
              {texts.counts[answer](number(persons))}
            </Tag>
          ))}
        </p>
      )}
      {found.named.length > 0 && (
        <Rows>
          {found.named.map(({ id, name, answer, persons }) => (
            <Row key={id}>
              <div className="v-outreach__numbers">
                <span>
                  <strong>{name}</strong>
                  <span className="v-outreach__list">
                    {texts.rsvp.answers[answer]}
                    {answer !== "NO" && persons > 1 && `, ${texts.persons(number(persons), false)}`}
                  </span>
                </span>
                <Button
                  variant="plain"
                  busy={remove.busy}
                  aria-label={texts.remove(name)}
                  onClick={() => void remove.run({ id }).then((done) => done && refresh())}
                >
                  {texts.removeShort}
                </Button>
              </div>
            </Row>
          ))}
        </Rows>
      )}
      {remove.error && <Alert tone="warn" live title={app.errors[remove.error.code].title} />}
    </Card>
  );
}

function Mails({ sent }: { sent: Invitations["sent"] }) {
  const texts = useOutreachTexts();
  const { number, moment } = useFormat();
  return (
    <Card title={texts.mails}>
      <Rows>
        {sent.map((mail) => (
          <Row key={mail.id}>
            <span>
              <strong>{mail.subject}</strong>
              <span className="v-outreach__list">
                {[
                  texts.mailLine(number(mail.sent), mail.waiting),
                  ...mail.skipped.map(({ reason, count }) => `${number(count)} ${texts.skipped[reason]}`),
                  moment(mail.sentAt),
                  mail.sentByName,
                ]
                  .filter(Boolean)
                  .join(" · ")}
              </span>
            </span>
          </Row>
        ))}
      </Rows>
    </Card>
  );
}
