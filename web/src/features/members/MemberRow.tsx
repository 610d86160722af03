import { readFragment, type FragmentType } from "../../../../graphql/generated";
import { MemberRow_MemberFragmentDoc } from "../../../../graphql/generated/graphql";
import { useFormat } from "../../app/format";
import { initials } from "../../app/initials";
import { useTexts } from "../../texts";
import { RowCard, Tag } from "../../ui";
import { fullName } from "./member-words";

/** One member in a list: since when, and what one should know before taking contact. */
export function MemberRow({ member }: { member: FragmentType<typeof MemberRow_MemberFragmentDoc> }) {
  const row = readFragment(MemberRow_MemberFragmentDoc, member);
  const texts = useTexts().members;
  const format = useFormat();
  const year = format.today().slice(0, 4);
  const gone = row.leftOn !== null && row.leftOn <= format.today();
  const since =
    gone && row.leftOn ? texts.leftOn(format.date(row.leftOn)) : texts.since(format.date(row.joinedChapterOn));
  const wish = !gone && row.preference !== "ANY" ? texts.preferences[row.preference] : "";
  return (
    <RowCard
      to={`/medlemmer/${row.id}`}
      disc={initials(fullName(row))}
      title={fullName(row)}
      status={[since, wish].filter(Boolean).join(" · ")}
      {...(!gone && !row.feePaidOn && { aside: <Tag>{texts.unpaid(year)}</Tag> })}
    />
  );
}
