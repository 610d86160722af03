import { LANGUAGES, surveyMail, type Language } from "@varde/domain";
import { useState } from "react";
import type { SurveyLinksQuery, SurveyQuery } from "../../../../graphql/generated/graphql";
import { useAllTexts, useLanguage } from "../../texts";
import { Card, Chips, CopyButton, Select } from "../../ui";

type Props = { survey: SurveyQuery["survey"]; links: SurveyLinksQuery["surveyLinks"] };

/** Words to send with the link, in the language of whoever reads them; of several chapters, one's at a time. */
export function MailWords({ survey, links }: Props) {
  const { surveys, app } = useAllTexts();
  const texts = surveys.links;
  const own = useLanguage().language;
  const [language, setLanguage] = useState<Language>(own);
  const [chapter, setChapter] = useState(links[0]?.chapterId ?? "");
  const link = links.find(({ chapterId }) => chapterId === chapter) ?? links[0];
  if (!link) return null;
  const mail = surveyMail({ ...survey.definition, title: survey.title }, survey.closesOn ?? "", link.url, language);
  return (
    <Card title={texts.mail}>
      <Chips
        label={texts.mailLanguage}
        options={LANGUAGES.map((value) => ({ value, label: app.languages[value] }))}
        value={language}
        onChange={setLanguage}
      />
      {links.length > 1 && (
        <Select
          label={texts.mailChapter}
          value={link.chapterId}
          options={links.map(({ chapterId, chapterName }) => ({ value: chapterId, label: chapterName }))}
          onChange={setChapter}
        />
      )}
      <p className="v-survey-mail" lang={language}>
        {mail}
      </p>
      <div>
        <CopyButton text={mail} label={texts.copyMail} />
      </div>
    </Card>
  );
}
