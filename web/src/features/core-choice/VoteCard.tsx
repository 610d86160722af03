import { useState } from "react";
import { Link, useNavigate } from "react-router";
import { OpenCoreWorkshopDocument } from "../../../../graphql/generated/graphql";
import { useFormat } from "../../app/format";
import { newId } from "../../app/ids";
import { useAction } from "../../app/useAction";
import { localized, useAllTexts, useLanguage } from "../../texts";
import { Button, Card, Checkbox, Disclosure, ErrorState, Form, FormActions, Stepper } from "../../ui";
import type { Candidates } from "./words";

const MOST = 20;

/** The year's votes, with what they gave, and the way to open another. */
export function VoteCard({ candidates: { year, candidates, workshops } }: { candidates: Candidates }) {
  const texts = useAllTexts().coreChoice;
  const { language } = useLanguage();
  const format = useFormat();
  return (
    <Card title={texts.vote} lead={texts.voteLead}>
      {workshops.map(({ id, round, state, rounds }) => (
        <div key={id} className="v-core__vote">
          <h3>
            <Link to={`/punkter/kjernepakke/velg/${id}`}>{texts.workshop(round)}</Link>, {texts.states[state]}
          </h3>
          {rounds.map((one) => (
            <div key={one.round}>
              <p>{texts.result(one.round, format.number(one.voters))}</p>
              <ol className="v-core__tallies">
                {one.tallies.map((tally) => (
                  <li key={tally.id}>
                    {localized(tally.name, language)}: {texts.dotsOf(format.number(tally.dots))}
                  </li>
                ))}
              </ol>
            </div>
          ))}
        </div>
      ))}
      <Disclosure summary={texts.openVote} open={workshops.length === 0}>
        <OpenForm year={year} candidates={candidates} />
      </Disclosure>
    </Card>
  );
}

function OpenForm({ year, candidates }: Pick<Candidates, "year" | "candidates">) {
  const texts = useAllTexts().coreChoice;
  const { language } = useLanguage();
  const navigate = useNavigate();
  const [on, setOn] = useState<readonly string[]>(() => candidates.slice(0, MOST).map(({ id }) => id));
  const [dots, setDots] = useState<number | null>(5);
  const [most, setMost] = useState<number | null>(3);
  const open = useAction(OpenCoreWorkshopDocument);
  const send = async (): Promise<void> => {
    const input = { id: newId(), year, candidateIds: [...on], dots: dots ?? 0, mostOnOne: most ?? 0 };
    const done = await open.run(input);
    if (done) await navigate(`/punkter/kjernepakke/velg/${input.id}`);
  };
  return (
    <Form onSubmit={() => void send()} problems={open.otherProblems(["dots", "mostOnOne"])}>
      <Stepper label={texts.dots} min={3} max={10} value={dots} onChange={setDots} problem={open.problemAt("dots")} />
      <Stepper
        label={texts.mostOnOne}
        min={1}
        max={10}
        value={most}
        onChange={setMost}
        problem={open.problemAt("mostOnOne")}
      />
      <fieldset className="v-core__list">
        <legend>{texts.voteOn}</legend>
        {candidates.map(({ id, name }) => (
          <Checkbox
            key={id}
            label={localized(name, language)}
            checked={on.includes(id)}
            onChange={() => setOn(on.includes(id) ? on.filter((one) => one !== id) : [...on, id])}
          />
        ))}
      </fieldset>
      {open.error && <ErrorState {...open.error} />}
      <FormActions>
        <Button type="submit" busy={open.busy}>
          {texts.openVote}
        </Button>
      </FormActions>
    </Form>
  );
}
