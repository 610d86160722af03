import type { MeetingKind } from "../../../../graphql/generated/graphql";
import { useFormat } from "../../app/format";
import { useLanguage } from "../../texts";
import { OUTREACH, type OutreachTexts } from "../../texts/outreach";

export const useOutreachTexts = (): OutreachTexts => OUTREACH[useLanguage().language];

type Held = { kind: MeetingKind; title: string | null; heldOn: string; startsAt: string | null; place: string | null };

/** How a meeting is spoken of in an invitation. */
export function useInvitationWords() {
  const texts = useOutreachTexts();
  const format = useFormat();
  return {
    name: ({ kind, title }: Pick<Held, "kind" | "title">): string => title || texts.kinds[kind],
    when: ({ heldOn, startsAt, place }: Held): string => {
      const clock = startsAt ? texts.clock(startsAt.replace(":", format.language === "en" ? ":" : ".")) : "";
      return [[format.day(heldOn), clock].filter(Boolean).join(" "), place].filter(Boolean).join(", ");
    },
  };
}
