import { readFragment, type FragmentType } from "../../../../../graphql/generated";
import { GroupWords_GroupFragmentDoc, type GroupWords_GroupFragment } from "../../../../../graphql/generated/graphql";
import { useFormat } from "../../../app/format";
import { useAllTexts } from "../../../texts";

type Size = Pick<GroupWords_GroupFragment, "atLeast" | "below">;
type Group = FragmentType<typeof GroupWords_GroupFragmentDoc>;

/** A group of chapters of one size, in words. */
export function useGroupWords() {
  const texts = useAllTexts().peers.group;
  const format = useFormat();
  /** «60 til 99 medlemmer» */
  const size = (of: Size): string => said(of, texts);
  const said = ({ atLeast, below }: Size, words: Pick<typeof texts, "between" | "under" | "from">): string =>
    below === null
      ? words.from(format.number(atLeast))
      : atLeast === 0
        ? words.under(format.number(below))
        : words.between(format.number(atLeast), format.number(below - 1));
  return {
    /** «60–99» under a label that says of what */
    short: (of: Size): string => said(of, texts.short),
    sizeOf: (group: Group): string => size(readFragment(GroupWords_GroupFragmentDoc, group)),
    /** «Bare lag av én størrelse: …», for a lead; nothing when all sizes are shown */
    only: (group: Group | null): string[] => {
      if (!group) return [];
      const read = readFragment(GroupWords_GroupFragmentDoc, group);
      const words = size(read);
      return [texts.only(words.charAt(0).toLowerCase() + words.slice(1), format.fullDate(read.on))];
    },
  };
}
