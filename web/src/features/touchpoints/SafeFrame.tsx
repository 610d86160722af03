import type { LocalizedText } from "@varde/domain";
import { type ReactNode, type RefObject, useEffect, useRef, useState } from "react";
import { useFormat } from "../../app/format";
import { localized, useLanguage, useTexts } from "../../texts";
import { Button, Dialog, VisuallyHidden } from "../../ui";
import { LifebuoyIcon, PhoneIcon } from "../../ui/icons";

export type CrisisContactData = {
  name: string;
  phone: string;
  note: LocalizedText;
  urgent: boolean;
  /** The day somebody last made sure that it answers. */
  checkedOn?: string | null;
  /** Somebody of the organization's own, by name; the note says when. */
  onCall?: boolean | null;
};

function Contact({ contact }: { contact: CrisisContactData }) {
  const { language } = useLanguage();
  const texts = useTexts().touchpoints.safe;
  const format = useFormat();
  const note = localized(contact.note, language);
  return (
    <li className="v-safe__row">
      <a href={`tel:${contact.phone.replace(/\s/g, "")}`} className="v-safe__link">
        <span className="v-safe__disc">
          <PhoneIcon aria-hidden fontSize="1.5rem" />
        </span>
        <span className="v-safe__text">
          <span className="v-safe__name">
            <VisuallyHidden>{texts.call}</VisuallyHidden> {contact.name}
          </span>
          {note && <span className="v-safe__note">{note}</span>}
          {contact.checkedOn && (
            <span className="v-safe__note">{texts.checked(format.fullDate(contact.checkedOn))}</span>
          )}
        </span>
        <span className="v-safe__phone">{contact.phone}</span>
      </a>
    </li>
  );
}

/** One question of the frame, what to do, and whom to call. */
function Part({ title, text, children }: { title: string; text: string; children?: ReactNode }) {
  return (
    <section className="v-safe__part">
      <h3 className="v-safe__heading">{title}</h3>
      {children}
      <p>{text}</p>
    </section>
  );
}

/** Whether the page has been scrolled so far that this place is above what is seen. */
function useScrolledPast(place: RefObject<HTMLElement | null>): boolean {
  const [past, setPast] = useState(false);
  useEffect(() => {
    const element = place.current;
    if (!element) return undefined;
    const observer = new IntersectionObserver(([entry]) => {
      if (entry) setPast(!entry.isIntersecting && entry.boundingClientRect.bottom < 0);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [place]);
  return past;
}

/** Whom to call when a conversation gets heavy: one tap away wherever one talks with people. */
export function SafeFrameButton({
  contacts,
  backTo,
  variant = "pill",
}: {
  contacts: readonly CrisisContactData[];
  /** «Tilbake til Ida» */
  backTo: string;
  variant?: "pill" | "link";
}) {
  const [open, setOpen] = useState(false);
  const place = useRef<HTMLSpanElement>(null);
  const floats = useScrolledPast(place);
  const texts = useTexts().touchpoints;
  const urgent = contacts.filter((contact) => contact.urgent);
  const onCall = contacts.filter((contact) => contact.onCall && !contact.urgent);
  const rest = contacts.filter((contact) => !contact.urgent && !contact.onCall);
  return (
    <>
      {variant === "pill" ? (
        <span ref={place} className="v-safe-place">
          <Button
            variant="secondary"
            icon={LifebuoyIcon}
            iconOnly={floats}
            className={floats ? "v-safe-pill v-safe-pill--floats" : "v-safe-pill"}
            onClick={() => setOpen(true)}
          >
            {texts.safe.title}
          </Button>
        </span>
      ) : (
        <Button variant="plain" icon={LifebuoyIcon} onClick={() => setOpen(true)}>
          {texts.task.toSafeFrame}
        </Button>
      )}
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={texts.safe.title}
        icon={LifebuoyIcon}
        closeLabel={backTo}
      >
        <p>
          {texts.safe.lead} <strong>{texts.safe.strong}</strong>
        </p>
        {urgent.length > 0 && (
          <Part {...texts.safe.urgent}>
            <ul className="v-safe v-safe--urgent">
              {urgent.map((contact) => (
                <Contact key={contact.phone} contact={contact} />
              ))}
            </ul>
          </Part>
        )}
        <Part {...texts.safe.more}>
          <ul className="v-safe">
            {rest.map((contact) => (
              <Contact key={contact.phone} contact={contact} />
            ))}
          </ul>
        </Part>
        <Part {...texts.safe.young} />
        {onCall.length > 0 && (
          <Part {...texts.safe.onCall}>
            <ul className="v-safe">
              {onCall.map((contact) => (
                <Contact key={contact.phone} contact={contact} />
              ))}
            </ul>
          </Part>
        )}
        <Part {...texts.safe.after} />
        <p className="v-safe__limits">{texts.safe.limits}</p>
      </Dialog>
    </>
  );
}
