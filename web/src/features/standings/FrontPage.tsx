import { useViewer } from "../../app/viewer";
import { Component as ComparisonPage } from "./ComparisonPage";
import { OverviewPage } from "./OverviewPage";

/** The front page of those who look after chapters; one who looks after a single one has nothing to survey but its numbers. */
export default function FrontPage() {
  const { seat } = useViewer();
  return seat.unitKind === "CHAPTER" ? <ComparisonPage /> : <OverviewPage />;
}
