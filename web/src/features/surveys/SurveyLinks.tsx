import { useState } from "react";
import { useClient } from "urql";
import { SurveyPosterDocument, type SurveyLinksQuery, type SurveyQuery } from "../../../../graphql/generated/graphql";
import { useSurveyLinksQuery } from "../../../../graphql/generated/hooks";
import { QrPicture } from "../../app/QrPicture";
import { errorOf, type Failure } from "../../app/errors";
import { saveBytes } from "../../app/save-file";
import { useAllTexts } from "../../texts";
import { Button, Card, CopyButton, ErrorState, Skeleton } from "../../ui";
import { DownloadIcon } from "../../ui/icons";
import { MailWords } from "./MailWords";

type SurveyLink = SurveyLinksQuery["surveyLinks"][number];

/** The links one reaches: a chapter its own with the code to scan, the others a list. */
export function SurveyLinks({ survey }: { survey: SurveyQuery["survey"] }) {
  const texts = useAllTexts().surveys.links;
  const client = useClient();
  const [{ data, error, fetching }, reload] = useSurveyLinksQuery({ variables: { surveyId: survey.id } });
  const [busy, setBusy] = useState<string | null>(null);
  const [failed, setFailed] = useState<Failure | null>(null);
  const failure = errorOf(error);
  const poster = async (chapterId: string | null): Promise<void> => {
    setBusy(chapterId ?? "");
    const result = await client
      .query(SurveyPosterDocument, { surveyId: survey.id, chapterId }, { requestPolicy: "network-only" })
      .toPromise();
    setBusy(null);
    setFailed(errorOf(result.error));
    const made = result.data?.surveyPoster;
    if (made) saveBytes(made.pdf, `${made.fileName}.pdf`, "application/pdf");
  };
  if (!data)
    return failure ? (
      <ErrorState {...failure} busy={fetching} onRetry={() => reload({ requestPolicy: "network-only" })} />
    ) : (
      <Skeleton of="cards" count={1} />
    );
  const [only] = data.surveyLinks;
  if (!only) return null;
  return (
    <>
      {failed && <ErrorState {...failed} />}
      {data.surveyLinks.length === 1 ? (
        <OwnLink survey={survey} link={only} busy={busy !== null} onPoster={() => void poster(only.chapterId)} />
      ) : (
        <>
          <Card title={texts.all} lead={texts.read}>
            <div>
              <Button icon={DownloadIcon} busy={busy === ""} onClick={() => void poster(null)}>
                {texts.posters}
              </Button>
            </div>
            <ul className="v-survey-rows">
              {data.surveyLinks.map(({ chapterId, chapterName, regionName, url }) => (
                <li key={chapterId}>
                  <span>
                    <strong>{chapterName}</strong>
                    <span className="v-survey-rows__region">{regionName}</span>
                  </span>
                  <span className="v-survey-actions">
                    <CopyButton text={url} label={texts.copyOf(chapterName)} iconOnly />
                    <Button
                      iconOnly
                      variant="plain"
                      icon={DownloadIcon}
                      busy={busy === chapterId}
                      onClick={() => void poster(chapterId)}
                    >
                      {texts.posterOf(chapterName)}
                    </Button>
                  </span>
                </li>
              ))}
            </ul>
          </Card>
          <MailWords survey={survey} links={data.surveyLinks} />
        </>
      )}
    </>
  );
}

type OwnLinkProps = { survey: SurveyQuery["survey"]; link: SurveyLink; busy: boolean; onPoster: () => void };

/** A chapter's own: the code, the link, the poster, and words to send. */
function OwnLink({ survey, link, busy, onPoster }: OwnLinkProps) {
  const texts = useAllTexts().surveys.links;
  return (
    <>
      <Card title={texts.own} lead={texts.read}>
        <QrPicture className="v-qr" text={link.url} label={texts.code} />
        <p className="v-survey-link">{link.url}</p>
        <div className="v-survey-actions">
          <CopyButton text={link.url} label={texts.copy} />
          <Button icon={DownloadIcon} busy={busy} onClick={onPoster}>
            {texts.poster}
          </Button>
        </div>
      </Card>
      <MailWords survey={survey} links={[link]} />
    </>
  );
}
