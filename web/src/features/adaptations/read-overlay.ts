import type { Overlay } from "@varde/domain";
import { readFragment, type FragmentType } from "../../../../graphql/generated";
import { AdaptPage_OverlayFragmentDoc } from "../../../../graphql/generated/graphql";

type Given = { nb?: string | null; nn?: string | null; en?: string | null };
const words = ({ nb, nn, en }: Given) => ({ ...(nb && { nb }), ...(nn && { nn }), ...(en && { en }) });

/** The overlay as the domain knows it, without what is empty: so that two that say the same are equal. */
export function readOverlay(data: FragmentType<typeof AdaptPage_OverlayFragmentDoc>): Overlay {
  const { steps, added, omitted, messages, dueDaysEarlier } = readFragment(AdaptPage_OverlayFragmentDoc, data);
  return {
    steps: steps.map(({ key, text }) => ({ key, text: words(text) })),
    added: added.map(({ key, text }) => ({ key, text: words(text) })),
    omitted: [...omitted],
    messages: messages.map(({ key, title, subject, body }) => ({
      key,
      ...(title && { title: words(title) }),
      ...(subject && { subject: words(subject) }),
      ...(body && { body: words(body) }),
    })),
    ...(dueDaysEarlier && { dueDaysEarlier }),
  };
}
