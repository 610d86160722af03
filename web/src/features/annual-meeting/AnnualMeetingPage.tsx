import { Link, useParams } from "react-router";
import { readFragment } from "../../../../graphql/generated";
import { AnnualKitPage_AnnualKitFragmentDoc } from "../../../../graphql/generated/graphql";
import { useAnnualKitQuery } from "../../../../graphql/generated/hooks";
import { errorOf } from "../../app/errors";
import { useFormat } from "../../app/format";
import { useAllTexts } from "../../texts";
import { Alert, Button, Card, CopyButton, ErrorState, Page, SavedNote, Skeleton, Stack, TextArea } from "../../ui";
import { AgendaCard } from "./AgendaCard";
import { FilesCard } from "./FilesCard";
import { PaperButtons } from "./PaperButtons";
import { PapersCard } from "./PapersCard";
import { useKit, type Kit } from "./useKit";
import "./annual-meeting.css";

/** What a board needs for its annual meeting: the notice, the agenda, the papers, the list to sign, the minutes and what comes after. */
export function Component() {
  const { id = "" } = useParams();
  const [{ data, error, fetching }, retry] = useAnnualKitQuery({ variables: { id }, requestPolicy: "network-only" });
  const failure = errorOf(error);
  if (data && !fetching)
    return <Opened key={id} kit={readFragment(AnnualKitPage_AnnualKitFragmentDoc, data.annualKit)} />;
  if (!failure) return <Skeleton of="page" />;
  return (
    <ErrorState heading="h1" {...failure} busy={fetching} onRetry={() => retry({ requestPolicy: "network-only" })} />
  );
}

function Opened({ kit }: { kit: Kit }) {
  const { annualMeeting: texts, year: yearTexts } = useAllTexts();
  const format = useFormat();
  const { what, save, conflict, refused, change, flush, resolve } = useKit(kit);
  const year = Number(kit.heldOn.slice(0, 4));
  const today = format.today();
  const ahead = kit.heldOn >= today;
  const files = kit.cancelled ? null : <FilesCard kit={kit} flush={flush} />;
  const agenda = what.agenda.filter(({ title }) => title.trim() !== "");
  const whole = `${what.notice}\n\n${texts.agenda.title}\n${agenda.map(({ title }, i) => `${i + 1}. ${title}`).join("\n")}`;
  return (
    <Page
      narrow
      title={yearTexts.annual.title(year)}
      lead={[format.sentence(format.day(kit.heldOn)), kit.startsAt, kit.place].filter(Boolean).join(", ")}
      crumb={<Link to={`/aret?aar=${year}`}>{yearTexts.title(year)}</Link>}
    >
      <Stack>
        {kit.cancelled && <Alert tone="info" title={texts.cancelled} />}
        {!kit.cancelled && ahead && kit.noticeOn < today && (
          <Alert tone="warn">{texts.noticePassed(format.date(kit.noticeOn), kit.noticeDays)}</Alert>
        )}
        {kit.heldOn > kit.lastDay && ahead && (
          <Alert tone="warn">{yearTexts.annual.afterLast(format.date(kit.lastDay))}</Alert>
        )}
        {!ahead && files}
        <Card
          title={texts.notice.title}
          lead={(ahead ? texts.notice.lead : texts.notice.leadPast)(format.date(kit.noticeOn))}
        >
          <TextArea
            label={texts.notice.label}
            rows={12}
            maxLength={8000}
            value={what.notice}
            onChange={(notice) => change({ ...what, notice })}
          />
          <div>
            <CopyButton text={whole} label={texts.notice.copy} />
          </div>
          {!kit.cancelled && <PaperButtons id={kit.meetingId} paper="NOTICE" flush={flush} />}
        </Card>
        <AgendaCard agenda={what.agenda} onChange={(cases) => change({ ...what, agenda: cases })}>
          {!kit.cancelled && <PaperButtons id={kit.meetingId} paper="AGENDA" flush={flush} />}
        </AgendaCard>
        <PapersCard kit={kit} ready={what.papers} onReady={(papers) => change({ ...what, papers })} />
        {conflict && conflict !== "gone" && (
          <Alert tone="warn" live title={texts.conflict.title}>
            <p>{texts.conflict.body}</p>
            <div className="v-annual__tools">
              <Button onClick={() => resolve("mine")}>{texts.conflict.mine}</Button>
              <Button variant="quiet" onClick={() => resolve("theirs")}>
                {texts.conflict.theirs}
              </Button>
            </div>
          </Alert>
        )}
        {refused !== null && (
          <Alert tone="warn" live>
            {refused}
          </Alert>
        )}
        <SavedNote save={save} />
        {ahead && files}
      </Stack>
    </Page>
  );
}
