import { ANNUAL_PAPERS, type AnnualPaper } from "@varde/domain";
import { Link } from "react-router";
import { useFormat } from "../../app/format";
import { useAllTexts } from "../../texts";
import { Card, Checkbox } from "../../ui";
import type { Kit, Written } from "./useKit";

const PAGES: Partial<Record<AnnualPaper, (year: number) => string>> = {
  REPORT: (year) => `/arsmelding/${year}`,
  PLAN: (year) => `/handlingsplan/${year}`,
};

type Props = { kit: Kit; ready: Written["papers"]; onReady: (papers: Written["papers"]) => void };

/** The papers of the meeting: which are ready, the way to those that are written here, and that the others are not. */
export function PapersCard({ kit, ready, onReady }: Props) {
  const texts = useAllTexts().annualMeeting.papers;
  const format = useFormat();
  const put = (paper: AnnualPaper, is: boolean): void =>
    onReady(ANNUAL_PAPERS.filter((one) => (one === paper ? is : ready.includes(one))));
  return (
    <Card
      title={texts.title}
      lead={(kit.heldOn < format.today() ? texts.leadPast : texts.lead)(format.date(kit.papersOn))}
    >
      {ANNUAL_PAPERS.map((paper) => {
        const written = kit.written.find((one) => one.paper === paper);
        const page = PAGES[paper];
        return (
          <div key={paper} className="v-annual__paper">
            <Checkbox
              label={texts.names[paper]}
              checked={ready.includes(paper)}
              onChange={(is) => put(paper, is)}
              help={written ? texts.states[written.state] : texts.elsewhere}
            />
            {written && page && <Link to={page(written.year)}>{texts.open(texts.names[paper], written.year)}</Link>}
          </div>
        );
      })}
    </Card>
  );
}
