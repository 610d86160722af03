import { lockScreenWords } from "@varde/domain";
import { useState } from "react";
import { readFragment } from "../../../../graphql/generated";
import { AudienceCard_OutreachAudienceFragmentDoc, SendOutreachDocument } from "../../../../graphql/generated/graphql";
import { useFormat } from "../../app/format";
import { newId } from "../../app/ids";
import { useAction } from "../../app/useAction";
import { useTexts } from "../../texts";
import { Alert, Button, ButtonLink, Card, Dialog, EmptyState, Form, FormActions, TextArea, TextField } from "../../ui";
import { AudienceCard } from "./AudienceCard";
import type { Draft, From } from "./InvitePage";
import { useOutreachTexts } from "./outreach-words";

type ByMailProps = {
  draft: Draft;
  from: From;
  subject: string;
  onSubject: (subject: string) => void;
  body: string;
  onBody: (body: string) => void;
};

/** The mail as it is written, as it looks to who gets it, and to whom it goes. */
export function ByMail({ draft, from, subject, onSubject, body, onBody }: ByMailProps) {
  const texts = useOutreachTexts();
  const app = useTexts().app;
  const { number, date } = useFormat();
  const [id] = useState(newId);
  const [asking, setAsking] = useState(false);
  const [done, setDone] = useState<number | null>(null);
  const send = useAction(SendOutreachDocument);
  const { reached } = readFragment(AudienceCard_OutreachAudienceFragmentDoc, draft.byMail);
  const telling = lockScreenWords(subject).join(", ");
  const closed = draft.quietUntil !== null || draft.mailsLeft === 0 || reached === 0;
  const act = async () => {
    const answer = await send.run({
      id,
      meetingId: draft.meeting?.id ?? null,
      touchpointId: from.touchpointId,
      subject,
      body,
    });
    setAsking(false);
    const sent = answer?.sendOutreach.outreach;
    if (sent) setDone(sent.waiting + sent.sent);
  };
  if (done !== null)
    return (
      <EmptyState
        lit
        title={texts.sent(number(done), done === 1)}
        action={
          <ButtonLink to={from.backTo} variant="primary">
            {from.meetingId ? texts.backMeeting : texts.backTask}
          </ButtonLink>
        }
      >
        {from.meetingId ? texts.sentBody : texts.sentBodyTask}
      </EmptyState>
    );
  return (
    <div className="v-outreach">
      {draft.quietUntil && <Alert tone="info" title={texts.quiet(date(draft.quietUntil))} />}
      {!draft.quietUntil && draft.mailsLeft === 0 && <Alert tone="info" title={texts.full} />}
      <AudienceCard way="mail" audience={draft.byMail} />
      <Card>
        <Form onSubmit={() => setAsking(true)} problems={send.otherProblems(["subject", "body"])}>
          <TextField
            label={texts.subject}
            help={texts.subjectHelp}
            value={subject}
            maxLength={120}
            onChange={onSubject}
            problem={telling ? texts.telling(telling) : send.problemAt("subject")}
          />
          <TextArea
            label={texts.body}
            rows={10}
            maxLength={2000}
            value={body}
            onChange={onBody}
            problem={send.problemAt("body")}
          />
          {send.error && (
            <Alert tone="warn" live title={app.errors[send.error.code].title}>
              {app.errors[send.error.code].body}
            </Alert>
          )}
          {!closed && (
            <FormActions>
              <Button variant="primary" type="submit" disabled={telling !== ""}>
                {texts.send(number(reached), reached === 1)}
              </Button>
              <span className="v-outreach__note">{texts.left(draft.mailsLeft)}</span>
            </FormActions>
          )}
        </Form>
      </Card>
      <Card title={texts.preview}>
        <div className="v-outreach__mail">
          <p className="v-outreach__note">{texts.from(draft.chapterName)}</p>
          <p className="v-outreach__subject">{subject}</p>
          <p className="v-outreach__around">{draft.mailBefore}</p>
          <p className="v-outreach__text">{body}</p>
          <p className="v-outreach__around">{draft.mailAfter}</p>
        </div>
      </Card>
      <Dialog
        open={asking}
        keep
        onClose={() => setAsking(false)}
        title={texts.confirm(number(reached), reached === 1)}
        actions={
          <>
            <Button onClick={() => setAsking(false)}>{texts.change}</Button>
            <Button variant="primary" busy={send.busy} onClick={() => void act()}>
              {texts.send(number(reached), reached === 1)}
            </Button>
          </>
        }
      >
        <p className="v-outreach__subject">{subject}</p>
        <p>{texts.confirmBody}</p>
      </Dialog>
    </div>
  );
}
