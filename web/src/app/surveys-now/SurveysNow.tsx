import { lazy, Suspense } from "react";
import type { FragmentType } from "../../../../graphql/generated";
import type { SurveyRow_NowFragmentDoc } from "../../../../graphql/generated/graphql";

const SurveyRows = lazy(() => import("./SurveyRows"));

export type MaskedNow = { id: string } & FragmentType<typeof SurveyRow_NowFragmentDoc>;

/** On a first page, while a survey opens soon, takes answers or has new results: one line each. */
export function SurveysNow({ surveys }: { surveys: readonly MaskedNow[] }) {
  if (surveys.length === 0) return null;
  return (
    <Suspense fallback={null}>
      <SurveyRows surveys={surveys} />
    </Suspense>
  );
}
