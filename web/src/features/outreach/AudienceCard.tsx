import { readFragment, type FragmentType } from "../../../../graphql/generated";
import { AudienceCard_OutreachAudienceFragmentDoc } from "../../../../graphql/generated/graphql";
import { useFormat } from "../../app/format";
import { Card, Disclosure } from "../../ui";
import { useOutreachTexts } from "./outreach-words";

export type AudienceData = FragmentType<typeof AudienceCard_OutreachAudienceFragmentDoc>;

/** How many a message reaches, and who is left out and why: their names are the own board's. */
export function AudienceCard({ way, audience }: { way: "mail" | "text"; audience: AudienceData }) {
  const texts = useOutreachTexts();
  const { number } = useFormat();
  const { reached, throughGuardian, leftOut } = readFragment(AudienceCard_OutreachAudienceFragmentDoc, audience);
  const out = leftOut.reduce((sum, { count }) => sum + count, 0);
  return (
    <Card title={texts.toWhom[way](number(reached), reached === 1)}>
      {throughGuardian > 0 && <p>{texts.guardians(number(throughGuardian), throughGuardian === 1)}</p>}
      {out === 0 ? (
        <p className="v-outreach__note">{texts.nobodyLeftOut}</p>
      ) : (
        <Disclosure summary={texts.leftOut(number(out))}>
          <dl className="v-outreach__out">
            {leftOut.map(({ reason, count, names }) => {
              const word = texts.reasons[reason];
              return (
                <div key={reason}>
                  <dt>
                    {typeof word === "string" ? word : word[way]} ({number(count)})
                  </dt>
                  <dd>
                    {names.join(", ")} {count > names.length && texts.andMore(number(count - names.length))}
                  </dd>
                </div>
              );
            })}
          </dl>
        </Disclosure>
      )}
    </Card>
  );
}
