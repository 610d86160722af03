import { readFragment, type FragmentType } from "../../../../graphql/generated";
import { AuditRow_AuditEntryFragmentDoc } from "../../../../graphql/generated/graphql";
import { useFormat } from "../../app/format";
import { localized, useLanguage, useAllTexts } from "../../texts";
import { Row } from "../../ui";
import { auditSentence, factsOf } from "./audit-sentence";

/** One change: what, where, by whom and when. */
export function AuditRow({ entry }: { entry: FragmentType<typeof AuditRow_AuditEntryFragmentDoc> }) {
  const line = readFragment(AuditRow_AuditEntryFragmentDoc, entry);
  const texts = useAllTexts().audit;
  const format = useFormat();
  const { language } = useLanguage();
  const sentence = auditSentence(texts, line.action, factsOf(line.detail, format.fullDate));
  return (
    <Row>
      <span className="v-audit">
        <span className="v-audit__what">
          {sentence}
          {line.templateName && <> · {localized(line.templateName, language)}</>}
          {line.chapterName !== null && <> · {line.chapterName}</>}
        </span>
        <span className="v-audit__who">{texts.by(line.actorName ?? texts.system, format.moment(line.at))}</span>
      </span>
    </Row>
  );
}
