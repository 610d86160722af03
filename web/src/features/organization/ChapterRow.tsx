import { readFragment, type FragmentType } from "../../../../graphql/generated";
import { ChapterRow_ChapterFragmentDoc } from "../../../../graphql/generated/graphql";
import { useFormat } from "../../app/format";
import { useTexts } from "../../texts";
import { RowCard, Tag } from "../../ui";
import { Buildings3Icon, PersonGroupIcon } from "../../ui/icons";

/** A chapter in the list: where it is, and whether it has a board. */
export function ChapterRow({ chapter: masked }: { chapter: FragmentType<typeof ChapterRow_ChapterFragmentDoc> }) {
  const chapter = readFragment(ChapterRow_ChapterFragmentDoc, masked);
  const texts = useTexts().organization.list;
  const { number } = useFormat();
  const open = chapter.closedOn === null;
  const facts = [
    ...(chapter.municipalities.length > 0 ? [chapter.municipalities.slice(0, 3).join(", ")] : []),
    ...(chapter.activeSeats > 0 ? [texts.onBoard(number(chapter.activeSeats))] : []),
    ...(chapter.pendingInvitations > 0
      ? [texts.invited(number(chapter.pendingInvitations), chapter.pendingInvitations === 1)]
      : []),
  ];
  const alone = open && chapter.activeSeats === 0 && !chapter.directMembers;
  return (
    <RowCard
      to={`/lag/${chapter.id}`}
      icon={chapter.directMembers ? PersonGroupIcon : Buildings3Icon}
      title={chapter.shortName}
      status={
        <>
          {facts.join(" · ")}
          {alone && <Tag tone="attention">{texts.emptyBoard}</Tag>}
          {!open && <Tag tone="missed">{texts.closed}</Tag>}
        </>
      }
    />
  );
}
