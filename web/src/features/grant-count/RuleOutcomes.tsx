import { GRANT_COUNT_WORDS } from "@varde/domain";
import type { CountPage_GrantCountFragment, RulesCard_GrantRulesFragment } from "../../../../graphql/generated/graphql";
import { useFormat } from "../../app/format";
import { useAllTexts, useLanguage } from "../../texts";
import { Card, Row, Rows } from "../../ui";

type Props = { count: CountPage_GrantCountFragment; rules: RulesCard_GrantRulesFragment };

/** What every rule says of the chapter, in words with numbers, and where the rules are from. */
export function RuleOutcomes({ count, rules }: Props) {
  const { grantCount: texts } = useAllTexts();
  const { language } = useLanguage();
  const format = useFormat();
  const words = GRANT_COUNT_WORDS[language];
  return (
    <Card title={texts.rules} lead={texts.rulesLead(format.number(count.members))}>
      <Rows>
        {count.ruleCounts.map((one) => (
          <Row key={one.rule}>
            <div className="v-count__rule">
              <strong>{words.rule(one.rule, rules)}</strong>
              <span>
                {words.outcome(one)}
                {one.notMet > 0 && ` · ${texts.out(format.number(one.notMet))}`}
              </span>
            </div>
          </Row>
        ))}
      </Rows>
      <p className="v-count__source">
        {texts.source(rules.source, rules.checkedOn ? format.fullDate(rules.checkedOn) : null)}
      </p>
    </Card>
  );
}
