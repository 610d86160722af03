import type { TouchpointStoryQuery } from "../../../../graphql/generated/graphql";

export type Story = TouchpointStoryQuery["touchpointStory"];
export type StoryAnswers = Story["answers"][number];
export type StoryEvent = Story["events"][number];

/** Chosen now, and chosen before a time when it was not. The newest first. */
export function takenAgain(events: readonly Pick<StoryEvent, "kind">[]): boolean {
  const kinds = events.flatMap(({ kind }) => (kind === "CHOSEN" || kind === "NOT_CHOSEN" ? [kind] : []));
  const dropped = kinds.indexOf("NOT_CHOSEN");
  return dropped > 0 && kinds.indexOf("CHOSEN", dropped) > dropped;
}
