import { useFormat } from "../../app/format";
import { useTexts } from "../../texts";
import { Card, Disclosure } from "../../ui";
import { ContactButtons } from "../touchpoints";
import { showPhone } from "./member-words";
import type { MemberData } from "./MemberPage";
import "./members.css";

/** How to reach the member; under the age from which one joins alone, the guardian. What one who does not want contact has left is folded away. */
export function ContactCard({ detail }: { detail: MemberData }) {
  const { member, guardian, contactsEmptiedOn } = detail;
  const texts = useTexts().members;
  const format = useFormat();
  const resting =
    member.preference === "NEVER" ||
    (member.preference === "NOT_NOW" && (member.contactAgainOn ?? "") > format.today());
  if (contactsEmptiedOn)
    return <Card title={texts.page.contact}>{texts.page.emptied(format.date(contactsEmptiedOn))}</Card>;
  const ways = (
    <>
      {guardian && <GuardianPart detail={detail} guardian={guardian} />}
      {!guardian && (detail.mobile || detail.email) && (
        <ContactButtons
          name={member.firstName}
          contact={{ phone: detail.mobile, email: detail.email, preference: member.preference }}
        />
      )}
      <Facts
        facts={[
          [texts.page.mobile, detail.mobile && showPhone(detail.mobile)],
          [texts.page.email, detail.email],
          [texts.page.postcode, detail.postcode],
          [texts.page.birthDate, detail.birthDate && format.fullDate(detail.birthDate)],
          [texts.page.memberNo, detail.memberNo],
        ]}
      />
    </>
  );
  const none = !detail.mobile && !detail.email && !guardian;
  return (
    <Card title={texts.page.contact} {...(none && { lead: texts.page.noContact })}>
      {resting && !none ? (
        <Disclosure summary={texts.page.contactAnyway}>
          <p>{texts.page.contactWhy}</p>
          {ways}
        </Disclosure>
      ) : (
        ways
      )}
    </Card>
  );
}

function GuardianPart({ detail, guardian }: { detail: MemberData; guardian: NonNullable<MemberData["guardian"]> }) {
  const texts = useTexts().members.page;
  const format = useFormat();
  return (
    <div className="v-member-guardian">
      <p>{texts.guardianLead(format.number(detail.selfJoinAge))}</p>
      <ContactButtons
        name={guardian.name ?? texts.guardian}
        contact={{ phone: guardian.mobile, email: guardian.email, preference: "ANY" }}
      />
      <Facts
        facts={[
          [texts.guardian, guardian.name],
          [texts.mobile, guardian.mobile && showPhone(guardian.mobile)],
          [texts.email, guardian.email],
        ]}
      />
    </div>
  );
}

/** What is known, as terms; what is not is left out. */
function Facts({ facts }: { facts: readonly (readonly [string, string | null])[] }) {
  const known = facts.filter(([, value]) => value);
  if (known.length === 0) return null;
  return (
    <dl className="v-member-facts">
      {known.map(([term, value]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
