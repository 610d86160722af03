import { osloDate } from "@varde/domain";
import { useState } from "react";
import { readFragment } from "../../../../graphql/generated";
import {
  PlanRow_RowFragmentDoc,
  type ActionPlanPageQuery,
  type PlanRow_RowFragment,
  type PlanView_PlanFragment,
} from "../../../../graphql/generated/graphql";
import { useFormat } from "../../app/format";
import { localized, useAllTexts, useLanguage } from "../../texts";

export type Fetched = NonNullable<ActionPlanPageQuery["actionPlan"]>;
export type Row = PlanRow_RowFragment;
export type Plan = Omit<PlanView_PlanFragment, "rows"> & { rows: readonly Row[] };
export type Choices = {
  goals: ActionPlanPageQuery["strategyGoals"];
  templates: NonNullable<ActionPlanPageQuery["planChoices"]>["templates"];
  seats: NonNullable<ActionPlanPageQuery["planChoices"]>["seats"];
};

/** More plans do not stand side by side. */
export const MOST_COMPARED = 12;

/** The year that is, as the page was opened. */
export const useThisYear = (): number => useState(() => Number(osloDate(new Date()).slice(0, 4)))[0];

export const unwrapped = (plan: PlanView_PlanFragment): Plan => ({
  ...plan,
  rows: readFragment(PlanRow_RowFragmentDoc, plan.rows),
});

/** What a row says of itself besides its words. */
export function useRowWords() {
  const texts = useAllTexts().plans;
  const format = useFormat();
  const { language } = useLanguage();
  return {
    progress({ progress, measure, templateName }: Row): string | null {
      if (!progress) return templateName ? texts.bound(localized(templateName, language)) : null;
      const done = format.number(progress.done);
      const whole = progress.whole == null ? null : format.number(progress.whole);
      if (measure) return texts.progress(done, whole, texts.measures[measure]);
      return templateName ? texts.progressTask(done, whole, localized(templateName, language)) : null;
    },
    who: ({ responsible, responsibleName }: Row): string => {
      const name = responsibleName ?? responsible;
      return name ? texts.who(name) : texts.nobody;
    },
    due: ({ dueOn }: Row): string | null => (dueOn ? texts.due(format.date(dueOn)) : null),
  };
}
