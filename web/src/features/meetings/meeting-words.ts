import { useMemo } from "react";
import type { MeetingLine_MeetingFragment } from "../../../../graphql/generated/graphql";
import { useFormat } from "../../app/format";
import { useTexts } from "../../texts";

type Line = Pick<MeetingLine_MeetingFragment, "kind" | "title" | "heldOn" | "startsAt" | "place">;

/** How a meeting is spoken of, in one place. */
export function useMeetingWords() {
  const texts = useTexts().meetings;
  const format = useFormat();
  return useMemo(
    () => ({
      /** «Spillkveld», or its kind */
      name: (meeting: Pick<Line, "kind" | "title">): string => meeting.title || texts.kinds[meeting.kind],
      /** «torsdag 7. mai kl. 18.00, Kulturhuset» */
      when: (meeting: Line): string => {
        const clock = meeting.startsAt
          ? texts.clock(meeting.startsAt.replace(":", format.language === "en" ? ":" : "."))
          : "";
        const day = [format.day(meeting.heldOn), clock].filter(Boolean).join(" ");
        return [day, meeting.place].filter(Boolean).join(", ");
      },
    }),
    [texts, format],
  );
}
