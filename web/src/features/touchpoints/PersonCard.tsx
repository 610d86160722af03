import { useFormat } from "../../app/format";
import { useTexts } from "../../texts";
import { ButtonLink, Card, CopyButton } from "../../ui";
import { mailHref, telHref } from "./reach";
import type { Task } from "./useTask";

/** Whom it is about, beside the guide: what one needs at hand while one talks, with the number to read where a link cannot ring. */
export function PersonCard({ task, toMember }: { task: Task; toMember: boolean }) {
  const texts = useTexts().touchpoints;
  const format = useFormat();
  const { member, attempts } = task.touchpoint;
  if (!member) return null;
  const { contact } = task;
  const rows: [string, string, string][] = [];
  if (contact?.phone) rows.push([texts.person.phone, contact.phone, telHref(contact.phone)]);
  if (contact?.email) rows.push([texts.person.email, contact.email, mailHref(contact.email, null)]);
  return (
    <Card title={`${member.firstName} ${member.lastName}`.trim()}>
      <p>
        {member.joinedOn && texts.task.memberSince(format.date(member.joinedOn))}{" "}
        {contact && texts.task.preference[contact.preference]}
        {attempts > 0 && ` ${texts.task.attempts(attempts)}`}
      </p>
      {rows.length > 0 && (
        <dl className="v-person">
          {rows.map(([name, value, href]) => (
            <div key={name} className="v-person__row">
              <dt>{name}</dt>
              <dd>
                <a href={href}>{value}</a>
                <CopyButton iconOnly text={value} label={texts.person.copy(name.toLocaleLowerCase())} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      {toMember && (
        <div>
          <ButtonLink variant="plain" to={`/medlemmer/${member.id}`}>
            {texts.task.toMember}
          </ButtonLink>
        </div>
      )}
    </Card>
  );
}
