import type { Language } from "@varde/domain";
import type { Work } from "../../kernel/db/unit-of-work.js";
import type { Context } from "../../kernel/graphql/context.js";
import { once } from "../../kernel/mutation.js";
import type { Done } from "../../kernel/mutation.js";
import type { ActionPlanPayload } from "./plan.type.js";
import { planById } from "./read-plans.js";

/** Runs a change of a plan once for its key, and shows the plan as it is then. */
export const changePlan = <Input extends { key: string }>(
  context: Context,
  name: string,
  input: Input,
  act: (work: Work, language: Language, input: Input) => Promise<Done>,
): Promise<ActionPlanPayload> =>
  once(
    context,
    name,
    input,
    (work) => act(work, context.language, input),
    async (work, id) => ({ plan: id === null ? null : await planById(work, id) }),
  );
