import type { TouchpointStoryQuery } from "../../../../graphql/generated/graphql";

export type Story = TouchpointStoryQuery["touchpointStory"];
export type StoryEvent = Story["events"][number];
