import { readFragment } from "../../../../graphql/generated";
import { NeedCard_NeedFragmentDoc, type OverviewQuery } from "../../../../graphql/generated/graphql";
import { useAllTexts } from "../../texts";
import { Section, Stack } from "../../ui";
import { useBorrowedDuties } from "../follow-up";
import { NeedCard } from "./NeedCard";

type Need = OverviewQuery["overview"]["needs"][number];
type NeedsProps = { needs: readonly Need[]; columns: boolean };

/** The chapters that may need help, those without a board by themselves; with the duties that wait where nobody is at them. */
export function Needs({ needs, columns }: NeedsProps) {
  const { standings, followUp } = useAllTexts();
  const texts = standings.overview;
  const borrowed = useBorrowedDuties();
  const hasBoard = (need: Need): boolean => readFragment(NeedCard_NeedFragmentDoc, need).activeSeats > 0;
  const lists = [
    { title: texts.needs, of: needs.filter(hasBoard) },
    { title: texts.boardless, of: needs.filter((need) => !hasBoard(need)) },
  ].filter(({ of }) => of.length > 0);
  const queued = needs.some(({ chapter }) => borrowed?.has(chapter.id));
  return (
    <>
      {lists.map(({ title, of }) => (
        <Section key={title} title={title}>
          <Stack columns={columns}>
            {of.map((need) => (
              <NeedCard key={need.chapter.id} need={need} duties={borrowed?.get(need.chapter.id)} />
            ))}
          </Stack>
        </Section>
      ))}
      {queued && <p className="v-needs__note">{followUp.queue.above}</p>}
    </>
  );
}
