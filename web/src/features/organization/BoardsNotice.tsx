import { useFormat } from "../../app/format";
import { useAllTexts } from "../../texts";
import { RowCard } from "../../ui";
import { PersonGroupIcon } from "../../ui/icons";

/** How many boards need somebody, with the way to their list; nothing when none does. */
export function BoardsNotice({ count }: { count: number }) {
  const texts = useAllTexts().boards;
  const { number } = useFormat();
  if (count === 0) return null;
  return (
    <RowCard
      to="/lag/styrer"
      icon={PersonGroupIcon}
      title={texts.notice(number(count), count === 1)}
      status={texts.noticeHelp}
    />
  );
}
