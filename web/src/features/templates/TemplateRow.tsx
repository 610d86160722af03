import { readFragment, type FragmentType } from "../../../../graphql/generated";
import { TemplateRow_TemplateFragmentDoc } from "../../../../graphql/generated/graphql";
import { Link } from "react-router";
import { localized, useLanguage, useAllTexts } from "../../texts";
import { Tag } from "../../ui";
import { ChevronRightIcon } from "../../ui/icons";
import { codeOf } from "./describe";
import { VersionStrip } from "./VersionStrip";
import "./template-row.css";

/** One template in the list: place in the core set, name, stage, what stands out, and how far it has come. */
export function TemplateRow({ template }: { template: FragmentType<typeof TemplateRow_TemplateFragmentDoc> }) {
  const { id, key, name, stage, aboutMember, corePosition, draft, published, rollouts } = readFragment(
    TemplateRow_TemplateFragmentDoc,
    template,
  );
  const texts = useAllTexts().templates;
  const { language } = useLanguage();
  return (
    <li className="v-template">
      <Link to={`/punkter/${id}`} className="v-template__link">
        {corePosition !== null && (
          <span className="v-template__place">
            <span className="v-hidden">{texts.core.position(corePosition)}: </span>
            <span aria-hidden>{corePosition}</span>
          </span>
        )}
        <span className="v-template__text">
          <span className="v-template__name">{localized(name, language)}</span>
          <span className="v-template__meta">
            {[codeOf(key), texts.stages[stage], aboutMember && texts.aboutMember].filter(Boolean).join(" · ")}
          </span>
        </span>
        <span className="v-template__state">
          {draft && <Tag tone="attention">{texts.draftTag(draft.number)}</Tag>}
          {published && rollouts.length > 0 ? (
            <VersionStrip rollouts={rollouts} />
          ) : (
            <span className="v-template__none">
              {published ? texts.publishedOnly(published.number) : texts.unpublished}
            </span>
          )}
        </span>
        <ChevronRightIcon aria-hidden fontSize="1.375rem" className="v-template__chevron" />
      </Link>
    </li>
  );
}
