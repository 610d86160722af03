import { useTexts } from "../../texts";
import { Alert, ButtonLink } from "../../ui";
import { ChatIcon, EnvelopeClosedIcon, PhoneIcon } from "../../ui/icons";

/** Ring, write, mail: the largest is what they prefer, of what we have. */
export function ContactButtons({
  name,
  contact,
}: {
  name: string;
  contact: { phone: string | null; email: string | null; preference: "ANY" | "TEXT" | "NOT_NOW" | "NEVER" };
}) {
  const texts = useTexts().touchpoints.task;
  const { phone, email, preference } = contact;
  if (!phone && !email) return <Alert tone="info" title={texts.noContact} />;
  const rather = preference === "TEXT";
  return (
    <div className="v-contact">
      {phone && !rather && (
        <ButtonLink variant="primary" icon={PhoneIcon} wide href={`tel:${phone}`}>
          {texts.call(name)}
        </ButtonLink>
      )}
      {phone && (
        <ButtonLink
          variant={rather ? "primary" : "quiet"}
          icon={ChatIcon}
          iconOnly={!rather}
          wide={rather}
          href={`sms:${phone}`}
        >
          {texts.text(name)}
        </ButtonLink>
      )}
      {email && (
        <ButtonLink
          variant={phone ? "quiet" : "primary"}
          icon={EnvelopeClosedIcon}
          iconOnly={!!phone}
          wide={!phone}
          href={`mailto:${email}`}
        >
          {texts.mail(name)}
        </ButtonLink>
      )}
    </div>
  );
}
