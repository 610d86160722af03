import { addDays } from "@varde/domain";
import { useState } from "react";
import { useNavigate } from "react-router";
import { StartPilotDocument, type StartPilotPageQuery } from "../../../../graphql/generated/graphql";
import { usePilotPreviewQuery } from "../../../../graphql/generated/hooks";
import { errorOf } from "../../app/errors";
import { useFormat } from "../../app/format";
import { newId } from "../../app/ids";
import { useAction } from "../../app/useAction";
import { useAllTexts } from "../../texts";
import { Alert, Button, Card, ErrorState, Page, Skeleton } from "../../ui";
import { MOST_DAYS, PilotChoice, type Choice } from "./PilotChoice";
import { TemplateCrumb } from "../../app/TemplateCrumb";
import { PilotPreview } from "./PilotPreview";

const DEFAULT_DAYS = 84;
/** Fields that say themselves what is wrong with them. */
const FIELDS = ["random", "random.take", "chapterIds", "startsOn", "endsOn", "notes"];

type StartPilotFormProps = {
  data: StartPilotPageQuery;
  draft: NonNullable<StartPilotPageQuery["template"]["draft"]>;
  name: string;
};

export function StartPilotForm({ data, draft, name }: StartPilotFormProps) {
  const { template } = data;
  const texts = useAllTexts();
  const words = texts.pilots.start;
  const format = useFormat();
  const navigate = useNavigate();
  const today = format.today();
  const [choice, setChoice] = useState<Choice>({
    how: "random",
    take: null,
    regionIds: [],
    sizeClasses: [],
    chapterIds: [],
    startsOn: today,
    endsOn: addDays(today, DEFAULT_DAYS),
    catchUp: "SKIP",
    notes: "",
  });
  const [id] = useState(newId);
  // one draw for the page: whoever looks again sees the same, and cannot draw until it suits
  const [seed] = useState(() => newId().replaceAll("-", "").slice(-16));
  const act = useAction(StartPilotDocument);
  const random = choice.how === "random";
  const { take, regionIds, sizeClasses, startsOn, endsOn, catchUp } = choice;
  const scope = {
    templateId: template.id,
    versionId: draft.id,
    chapterIds: random ? null : choice.chapterIds,
    random: random ? { take, regionIds, sizeClasses, seed } : null,
    startsOn,
    catchUp,
  };
  const near = startsOn >= addDays(today, -MOST_DAYS) && startsOn <= addDays(today, MOST_DAYS);
  const chosen = near && (random || choice.chapterIds.length > 0);
  const [result, again] = usePilotPreviewQuery({ variables: { input: scope }, pause: !chosen });
  const preview = chosen && !result.error ? result.data?.pilotPreview : undefined;
  const problem = chosen ? errorOf(result.error) : null;
  const count = preview?.chapters.length ?? 0;
  const lasts =
    endsOn > today && endsOn >= startsOn && endsOn <= addDays(startsOn > today ? startsOn : today, MOST_DAYS);

  const submit = async (): Promise<void> => {
    const answer = await act.run({ ...scope, id, rev: draft.rev, notes: choice.notes || null, endsOn });
    const pilot = answer?.startPilot.pilot;
    if (pilot) await navigate(`/punkter/${template.id}/pilot/${pilot.id}`);
  };
  return (
    <Page
      title={
        count > 0
          ? words.title(format.sentence(texts.templates.chapters(count)), name, draft.number)
          : words.titleNobody(name, draft.number)
      }
      documentTitle={words.link}
      crumb={<TemplateCrumb template={{ id: template.id, name }} here={words.crumb(draft.number)} />}
      lead={template.published ? words.lead(template.published.number) : words.leadFirst}
    >
      <div className="v-pilot-start">
        <div className="v-pilot-start__choice">
          <PilotChoice
            data={data}
            choice={choice}
            eligible={random ? (result.data?.pilotPreview.eligible ?? null) : null}
            problemAt={act.problemAt}
            onChange={setChoice}
          />
        </div>
        <div className="v-pilot-start__preview">
          {problem ? (
            <ErrorState {...problem} busy={result.fetching} onRetry={() => again({ requestPolicy: "network-only" })} />
          ) : preview ? (
            <PilotPreview preview={preview} startsOn={startsOn} endsOn={endsOn} aboutMember={template.aboutMember} />
          ) : (
            <Card>{chosen ? <Skeleton of="table" count={6} /> : <p>{words.choose}</p>}</Card>
          )}
        </div>
        <div className="v-pilot-start__act">
          {act.otherProblems(FIELDS).map((message) => (
            <Alert key={message} tone="warn" live>
              {message}
            </Alert>
          ))}
          {act.error && <ErrorState {...act.error} />}
          <Button variant="primary" wide busy={act.busy} disabled={count === 0 || !lasts} onClick={() => void submit()}>
            {words.submit(texts.templates.chapters(count))}
          </Button>
          <p className="v-pilot__note">{words.frozen}</p>
        </div>
      </div>
    </Page>
  );
}
