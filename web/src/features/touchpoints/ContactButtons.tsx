import { useTexts } from "../../texts";
import { Alert, ButtonLink } from "../../ui";
import { ChatIcon, EnvelopeClosedIcon, PhoneIcon } from "../../ui/icons";
import { mailHref, smsHref, telHref } from "./reach";

type ContactButtonsProps = {
  name: string;
  contact: { phone: string | null; email: string | null; preference: "ANY" | "TEXT" | "NOT_NOW" | "NEVER" };
  /** the task's own words, where nothing in them is missing: they stand in the phone when it opens */
  sms?: string | null;
  mail?: { subject: string; body: string } | null;
};

/** Ring, write, mail: the largest is what they prefer, of what we have. */
export function ContactButtons({ name, contact, sms = null, mail = null }: ContactButtonsProps) {
  const texts = useTexts().touchpoints.task;
  const { phone, email, preference } = contact;
  if (!phone && !email) return <Alert tone="info" title={texts.noContact} />;
  const rather = preference === "TEXT";
  return (
    <div className="v-contact">
      {phone && !rather && (
        <ButtonLink variant="primary" icon={PhoneIcon} wide href={telHref(phone)}>
          {texts.call(name)}
        </ButtonLink>
      )}
      {phone && (
        <ButtonLink
          variant={rather ? "primary" : "quiet"}
          icon={ChatIcon}
          iconOnly={!rather}
          wide={rather}
          href={smsHref(phone, sms)}
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
          href={mailHref(email, mail)}
        >
          {texts.mail(name)}
        </ButtonLink>
      )}
    </div>
  );
}
