import { useState } from "react";
import { useSearchParams } from "react-router";
import { readFragment } from "../../../../graphql/generated";
import { CoreChoice_CandidatesFragmentDoc } from "../../../../graphql/generated/graphql";
import { useCoreCandidatesQuery } from "../../../../graphql/generated/hooks";
import { TemplateCrumb } from "../../app/TemplateCrumb";
import { errorOf } from "../../app/errors";
import { useFormat } from "../../app/format";
import { useAllTexts } from "../../texts";
import { Card, Chips, ErrorState, Page, Skeleton, Stack } from "../../ui";
import { CandidatesTable } from "./CandidatesTable";
import { CoreMatrix } from "./CoreMatrix";
import { EffortLine } from "./EffortLine";
import { EarlierCard } from "./EarlierCard";
import { FreezeCard } from "./FreezeCard";
import { IdeaForm } from "./IdeaForm";
import { VoteCard } from "./VoteCard";
import "./core-choice.css";

const AUTUMN = 7;

/** In the autumn one chooses for the year that comes. */
function yearMeant(): number {
  const now = new Date();
  return now.getFullYear() + (now.getMonth() >= AUTUMN ? 1 : 0);
}

/** The few of a year: candidates as a picture and a table, votes, the choice, and what was chosen before. */
export function Component() {
  const texts = useAllTexts().coreChoice;
  const format = useFormat();
  const [address, setAddress] = useSearchParams();
  const [meant] = useState(yearMeant);
  const asked = Number(address.get("ar"));
  const year = Number.isInteger(asked) && asked >= 2000 && asked <= 2200 ? asked : meant;
  const [result, reload] = useCoreCandidatesQuery({ variables: { year } });
  const problem = errorOf(result.error);
  const data = readFragment(CoreChoice_CandidatesFragmentDoc, result.data?.coreCandidates);
  const years = [meant - 1, meant, meant + 1].map((one) => ({ value: String(one), label: String(one) }));
  return (
    <Page
      title={texts.title(year)}
      documentTitle={texts.crumb}
      lead={data && texts.lead(format.words(data.size), format.minutes(data.limitMinutes))}
      crumb={<TemplateCrumb here={texts.crumb} />}
    >
      <Chips
        label={texts.year}
        oneLine
        options={years}
        value={String(year)}
        onChange={(value) => setAddress({ ar: value }, { replace: true })}
      />
      {data?.year !== year &&
        (problem ? (
          <ErrorState {...problem} busy={result.fetching} onRetry={() => reload({ requestPolicy: "network-only" })} />
        ) : (
          <Skeleton of="table" count={6} />
        ))}
      {data?.year === year && (
        <Stack key={year}>
          <EffortLine candidates={data} />
          <Card title={texts.picture} lead={texts.pictureLead}>
            <CoreMatrix candidates={data.candidates} />
          </Card>
          <Card title={texts.table}>
            <CandidatesTable year={year} candidates={data.candidates} />
            <IdeaForm year={year} candidates={data.candidates} />
          </Card>
          <VoteCard candidates={data} />
          <FreezeCard candidates={data} />
          <EarlierCard choices={data.choices} />
        </Stack>
      )}
    </Page>
  );
}
