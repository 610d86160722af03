import type { TouchpointStoryQuery } from "../../../../graphql/generated/graphql";

export type Story = TouchpointStoryQuery["touchpointStory"];
export type StoryAnswers = Story["answers"][number];
export type StoryEvent = Story["events"][number];
