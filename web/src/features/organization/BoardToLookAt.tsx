import { addDays } from "@varde/domain";
import { readFragment, type FragmentType } from "../../../../graphql/generated";
import { BoardToLookAt_BoardToLookAtFragmentDoc } from "../../../../graphql/generated/graphql";
import { useFormat } from "../../app/format";
import { useCan } from "../../app/viewer";
import { useAllTexts } from "../../texts";
import { ButtonLink } from "../../ui";

/** A board that needs somebody: which, what is known in days, and the way to invite. */
export function BoardToLookAt({
  board: masked,
}: {
  board: FragmentType<typeof BoardToLookAt_BoardToLookAtFragmentDoc>;
}) {
  const board = readFragment(BoardToLookAt_BoardToLookAtFragmentDoc, masked);
  const texts = useAllTexts().boards;
  const format = useFormat();
  const mayInvite = useCan("SEAT_GRANT");
  const { chapterName: name, missing, held, invited } = board;
  // seats are kept with the first day they no longer hold; people think of the last one they do
  const last = (day: string | null | undefined) => (day ? format.fullDate(addDays(day, -1)) : null);
  const [over, all, leader] = [last(board.lastUntil), last(board.boardUntil), last(board.leaderUntil)];
  const facts = [
    ...(missing === "BOARD" ? [over ? texts.last(over) : texts.never] : [texts.held(format.number(held), held === 1)]),
    ...(missing === "BOARD_ENDS" && all ? [texts.boardUntil(all)] : []),
    ...(missing === "LEADER_ENDS" && leader ? [texts.leaderUntil(leader)] : []),
    ...(invited > 0 ? [texts.invited(format.number(invited), invited === 1)] : []),
  ];
  return (
    <div className="v-seat">
      <div className="v-seat__who">
        <div className="v-seat__name">{name}</div>
        <div className="v-seat__facts">{[...(board.regionName ? [board.regionName] : []), ...facts].join(" · ")}</div>
      </div>
      <ButtonLink
        to={`/lag/${board.chapterId}`}
        variant="secondary"
        aria-label={mayInvite ? texts.inviteOf(name) : texts.seeOf(name)}
      >
        {mayInvite ? texts.invite : texts.see}
      </ButtonLink>
    </div>
  );
}
