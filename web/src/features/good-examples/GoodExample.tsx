import { lazy, Suspense, useState } from "react";
import { readFragment, type FragmentType } from "../../../../graphql/generated";
import { GoodExampleCard_QuestionFragmentDoc } from "../../../../graphql/generated/graphql";

const GoodExampleCard = lazy(() => import("./GoodExampleCard"));

type GoodExampleProps = {
  question: FragmentType<typeof GoodExampleCard_QuestionFragmentDoc> | null;
  onChanged: () => void;
};

/** On «I dag», seldom: the one question to a chapter that stands out, and the thanks after it. */
export function GoodExample({ question: masked, onChanged }: GoodExampleProps) {
  const question = readFragment(GoodExampleCard_QuestionFragmentDoc, masked);
  // answered it is no longer asked, and the thanks stay until one leaves the page
  const [settled, setSettled] = useState<typeof question>(null);
  const shown = question ?? settled;
  if (!shown) return null;
  return (
    <Suspense fallback={null}>
      <GoodExampleCard
        key={shown.id}
        question={shown}
        onSettled={() => {
          setSettled(shown);
          onChanged();
        }}
      />
    </Suspense>
  );
}
