import { useState } from "react";
import { SaveCrisisContactsDocument, type CrisisContactInput } from "../../../../graphql/generated/graphql";
import { useFormat } from "../../app/format";
import { useAction } from "../../app/useAction";
import { localized, useLanguage, useAllTexts } from "../../texts";
import { Alert, Button, Card, Dialog, Row, Rows, Tag } from "../../ui";
import { CheckmarkIcon, PencilIcon, PlusIcon } from "../../ui/icons";
import { isStale } from "./checked-numbers";
import { CrisisContactDialog } from "./CrisisContactDialog";
import { Failed } from "./Failed";
import { asInput, type CrisisContactData, type SettingsData } from "./settings-data";

type Asking = { what: "edit"; at: number } | { what: "add" } | { what: "remove"; at: number };

/** The numbers in the safe frame, when each was checked, and the word that it was today. */
export function CrisisContactsCard({ organization, onChanged }: { organization: SettingsData; onChanged: () => void }) {
  const { settings, ui } = useAllTexts();
  const texts = settings.numbers;
  const save = useAction(SaveCrisisContactsDocument);
  const [asking, setAsking] = useState<Asking | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const { crisisContacts: contacts, rev } = organization;

  const send = async (next: CrisisContactInput[], done: string): Promise<boolean> => {
    setSaid(null);
    const saved = await save.run({ rev, contacts: next });
    onChanged();
    if (saved) setSaid(done);
    return saved !== null;
  };
  const replaced = (at: number, contact: CrisisContactInput) =>
    contacts.map((one, index) => (index === at ? contact : asInput(one)));
  const check = (at: number, contact: CrisisContactData) =>
    void send(replaced(at, { ...asInput(contact), checkedToday: true }), texts.checkNumber(contact.name));
  const close = () => {
    save.reset();
    setAsking(null);
  };
  const removed = asking?.what === "remove" ? contacts[asking.at] : undefined;
  const edited = asking?.what === "edit" ? contacts[asking.at] : undefined;

  return (
    <Card title={texts.title} lead={texts.lead}>
      <Rows>
        {contacts.map((contact, at) => (
          <Row key={contact.phone}>
            <ContactRow
              contact={contact}
              busy={save.busy}
              onCheck={() => check(at, contact)}
              onEdit={() => setAsking({ what: "edit", at })}
            />
          </Row>
        ))}
      </Rows>
      {said !== null && (
        <Alert tone="success" live>
          {said}
        </Alert>
      )}
      {asking === null &&
        save.otherProblems().map((message) => (
          <Alert key={message} tone="warn" live>
            {message}
          </Alert>
        ))}
      {asking === null && <Failed error={save.error} />}
      <div className="v-tools v-tools--under">
        <Button icon={PlusIcon} onClick={() => setAsking({ what: "add" })}>
          {texts.add}
        </Button>
      </div>
      {asking && asking.what !== "remove" && (
        <CrisisContactDialog
          contact={edited ?? null}
          at={asking.what === "edit" ? asking.at : contacts.length}
          save={save}
          onClose={close}
          {...(asking.what === "edit" &&
            contacts.length > 1 && { onRemove: () => setAsking({ what: "remove", at: asking.at }) })}
          onSave={async (contact) => {
            const next = asking.what === "edit" ? replaced(asking.at, contact) : [...contacts.map(asInput), contact];
            if (await send(next, settings.saved)) setAsking(null);
          }}
        />
      )}
      <Dialog
        open={removed !== undefined}
        onClose={close}
        title={texts.removeTitle(removed?.name ?? "")}
        actions={
          <>
            <Button onClick={close}>{ui.actions.cancel}</Button>
            <Button
              variant="danger"
              busy={save.busy}
              onClick={async () => {
                const rest = contacts.filter((one) => one !== removed);
                if (await send(rest.map(asInput), settings.saved)) setAsking(null);
              }}
            >
              {texts.remove}
            </Button>
          </>
        }
      >
        <p>{texts.removeBody}</p>
        {save.otherProblems().map((message) => (
          <Alert key={message} tone="warn" live>
            {message}
          </Alert>
        ))}
        <Failed error={save.error} />
      </Dialog>
    </Card>
  );
}

type ContactRowProps = {
  contact: CrisisContactData;
  busy: boolean;
  onCheck: () => void;
  onEdit: () => void;
};

function ContactRow({ contact, busy, onCheck, onEdit }: ContactRowProps) {
  const texts = useAllTexts().settings.numbers;
  const format = useFormat();
  const { language } = useLanguage();
  const { name, phone, note, urgent, checkedOn, onCall } = contact;
  return (
    <div className="v-contact">
      <div className="v-contact__who">
        <p className="v-contact__name">
          {name} <span className="v-contact__phone">{phone}</span>
        </p>
        <p className="v-contact__facts">
          {localized(note, language)}
          {urgent && <Tag>{texts.urgent}</Tag>}
          {onCall && <Tag>{texts.onCall}</Tag>}
        </p>
        <p className="v-contact__facts">
          {checkedOn === null ? texts.neverChecked : texts.checked(format.fullDate(checkedOn))}
          {isStale(checkedOn, format.today()) && <Tag tone="attention">{texts.old}</Tag>}
        </p>
      </div>
      <div className="v-contact__acts">
        {checkedOn !== format.today() && (
          <Button
            variant="secondary"
            icon={CheckmarkIcon}
            busy={busy}
            aria-label={`${texts.checkToday}: ${name}`}
            onClick={onCheck}
          >
            {texts.checkToday}
          </Button>
        )}
        <Button variant="plain" icon={PencilIcon} aria-label={texts.editNumber(name)} onClick={onEdit}>
          {texts.edit}
        </Button>
      </div>
    </div>
  );
}
