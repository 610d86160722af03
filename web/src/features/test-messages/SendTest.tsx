import { useState } from "react";
import type { Language } from "@varde/domain";
import { SendTestMessageDocument } from "../../../../graphql/generated/graphql";
import { useAction } from "../../app/useAction";
import { useAllTexts } from "../../texts";
import { Alert, Button } from "../../ui";
import { EnvelopeClosedIcon } from "../../ui/icons";

type SendTestProps = {
  templateId: string;
  versionId: string;
  messageKey: string;
  language: Language;
  /** Whose names fill it; the organization's when left out. */
  chapterId?: string | null;
  /** What the message is called, for those who hear the button. */
  title: string;
  /** Saves what is being written, so that what comes is what one sees; false when it could not. */
  save?: () => Promise<boolean>;
};

/** Sends one message of a version to oneself by e-mail, filled as a chapter would get it. */
export function SendTest({ templateId, versionId, messageKey, language, chapterId, title, save }: SendTestProps) {
  const { testMessages: texts, app } = useAllTexts();
  const send = useAction(SendTestMessageDocument);
  const [sent, setSent] = useState(false);
  const [saving, setSaving] = useState(false);
  const act = async () => {
    setSent(false);
    setSaving(true);
    const saved = save ? await save() : true;
    setSaving(false);
    if (!saved) return;
    const done = await send.run({ templateId, versionId, messageKey, language, chapterId: chapterId ?? null });
    setSent(done !== null);
  };
  return (
    <>
      <Button
        variant="quiet"
        icon={EnvelopeClosedIcon}
        busy={saving || send.busy}
        aria-label={texts.sendOne(title)}
        title={texts.help}
        onClick={() => void act()}
      >
        {texts.send}
      </Button>
      {sent && (
        <Alert tone="success" live>
          {texts.sent}
        </Alert>
      )}
      {send.otherProblems().map((message) => (
        <Alert key={message} tone="warn" live>
          {message}
        </Alert>
      ))}
      {send.error && (
        <Alert tone="danger" live title={app.errors[send.error.code].title}>
          {app.errors[send.error.code].body}
        </Alert>
      )}
    </>
  );
}
