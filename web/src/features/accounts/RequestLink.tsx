import { useState, type ReactNode } from "react";
import { RequestSignInLinkDocument } from "../../../../graphql/generated/graphql";
import { useAction } from "../../app/useAction";
import { useTexts } from "../../texts";
import { Button, ButtonLink, ErrorState, Form, FormActions, TextField } from "../../ui";
import { EnvelopeClosedIcon } from "../../ui/icons";
import "./sign-in.css";

/** The address and the button; then where to look. `mailbox`: there is a page that shows what was sent. */
export function RequestLink({
  mailbox,
  second = false,
  sentNote,
}: {
  mailbox: boolean;
  /** Another way in stands above it: this one does not shout. */
  second?: boolean;
  sentNote?: ReactNode;
}) {
  const texts = useTexts().accounts.signIn;
  const [email, setEmail] = useState("");
  const [sentTo, setSentTo] = useState<string | null>(null);
  const request = useAction(RequestSignInLinkDocument);

  async function send(): Promise<void> {
    const address = email.trim();
    if (await request.run({ email: address })) setSentTo(address);
  }

  if (sentTo !== null) {
    return (
      <div className="a-sent" role="status">
        <h2>{texts.sentTitle}</h2>
        <p>{texts.sentBody(sentTo)}</p>
        <p>{mailbox ? texts.mailboxHint : texts.sentHow}</p>
        {sentNote}
        {!mailbox && <p className="a-quiet">{texts.sentNothing}</p>}
        <div className="a-actions">
          {mailbox && (
            <ButtonLink to="/postkasse" variant="primary" icon={EnvelopeClosedIcon}>
              {texts.openMailbox}
            </ButtonLink>
          )}
          <Button variant="quiet" onClick={() => setSentTo(null)}>
            {texts.otherEmail}
          </Button>
        </div>
      </div>
    );
  }
  return (
    <Form onSubmit={() => void send()} problems={request.otherProblems(["email"])}>
      <TextField
        label={texts.email}
        type="email"
        name="email"
        autoComplete="email"
        inputMode="email"
        autoCapitalize="none"
        spellCheck={false}
        value={email}
        onChange={setEmail}
        problem={request.problemAt("email")}
      />
      {request.error && <ErrorState {...request.error} />}
      <FormActions>
        <Button type="submit" variant={second ? "secondary" : "primary"} wide busy={request.busy}>
          {texts.send}
        </Button>
        {mailbox && (
          <ButtonLink to="/postkasse" variant="plain" icon={EnvelopeClosedIcon}>
            {texts.openMailbox}
          </ButtonLink>
        )}
      </FormActions>
    </Form>
  );
}
