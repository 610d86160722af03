import { useCan } from "../../app/viewer";
import { useTexts } from "../../texts";
import { ButtonLink } from "../../ui";
import { EnvelopeClosedIcon } from "../../ui/icons";

type InviteAllProps = { meetingId: string } | { touchpointId: string };

/** The way from a meeting or a task to a message to every member; nothing for those who may not write one. */
export function InviteAll(props: InviteAllProps) {
  const texts = useTexts().meetings;
  if (!useCan("OUTREACH")) return null;
  const from = "meetingId" in props ? `/treff/${props.meetingId}` : `/oppgaver/${props.touchpointId}`;
  return (
    <div>
      <ButtonLink variant="secondary" icon={EnvelopeClosedIcon} to={`${from}/inviter`}>
        {texts.inviteAll}
      </ButtonLink>
    </div>
  );
}
