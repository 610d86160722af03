import type { ReactNode } from "react";
import { Link } from "react-router";
import { readFragment, type FragmentType } from "../../../../graphql/generated";
import { AuditRow_AuditEntryFragmentDoc } from "../../../../graphql/generated/graphql";
import { useFormat } from "../../app/format";
import { useCan, useViewer } from "../../app/viewer";
import { localized, useLanguage, useAllTexts } from "../../texts";
import { Row } from "../../ui";
import { auditSentence, factsOf } from "./audit-sentence";

const GONE = new Set(["MEMBER_ERASED", "MEMBER_MOVED"]);

/** A name that leads to what it names, for those who have a page for it. */
function Place({ to, children }: { to: string | false; children: ReactNode }) {
  return to === false ? children : <Link to={to}>{children}</Link>;
}

/** One change: what, where, by whom and when. */
export function AuditRow({ entry }: { entry: FragmentType<typeof AuditRow_AuditEntryFragmentDoc> }) {
  const line = readFragment(AuditRow_AuditEntryFragmentDoc, entry);
  const texts = useAllTexts().audit;
  const format = useFormat();
  const { language } = useLanguage();
  const national = useViewer().seat.unitKind === "ORGANIZATION";
  const mayRead = useCan("MEMBER_READ");
  // who is erased or has moved on is not to be found there
  const leadsToMember = mayRead && line.subjectType === "Member" && line.subjectId !== null && !GONE.has(line.action);
  const sentence = auditSentence(texts, line.action, factsOf(line.detail, format.fullDate));
  return (
    <Row>
      <span className="v-audit">
        <span className="v-audit__what">
          {sentence}
          {line.templateName && (
            <>
              {" · "}
              <Place to={national && `/punkter/${line.subjectId}`}>{localized(line.templateName, language)}</Place>
            </>
          )}
          {line.chapterName !== null && (
            <>
              {" · "}
              <Place to={national && `/lag/${line.chapterId}`}>{line.chapterName}</Place>
            </>
          )}
          {leadsToMember && (
            <>
              {" · "}
              <Place to={`/medlemmer/${line.subjectId}`}>{texts.toMember}</Place>
            </>
          )}
        </span>
        <span className="v-audit__who">{texts.by(line.actorName ?? texts.system, format.moment(line.at))}</span>
      </span>
    </Row>
  );
}
