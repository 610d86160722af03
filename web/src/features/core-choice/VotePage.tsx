import { useParams } from "react-router";
import { useFormat } from "../../app/format";
import { localized, useLanguage } from "../../texts";
import { CORE_VOTE } from "../../texts/coreVote";
import { Alert, Card, EmptyState, ErrorState, Page, Skeleton } from "../../ui";
import { MinusIcon, PlusIcon } from "../../ui/icons";
import { useBallot } from "./useBallot";
import "./vote.css";

/** Laying dots from a phone, with no account. The page is left open: it says by itself when the round closes or another opens. */
export function Component() {
  const code = useParams()["code"] ?? "";
  const { language } = useLanguage();
  const texts = CORE_VOTE[language];
  const format = useFormat();
  const { page, failure, dots, left, sending, said, move, look } = useBallot(code);
  if (page === undefined)
    return failure ? <ErrorState heading="h1" {...failure} onRetry={() => void look()} /> : <Skeleton of="page" />;
  const still = (title: string, body: string) => (
    <Page narrow title={title} documentTitle={texts.documentTitle}>
      <EmptyState title={body} />
    </Page>
  );
  if (page === null) return still(texts.missing, texts.missingBody);
  if (page.state === "ENDED") return still(texts.ended, texts.endedBody);
  if (page.state === "CLOSED") return still(texts.closed, texts.closedBody);
  if (page.full) return still(texts.full, texts.fullBody);
  const saved = left < page.dots ? texts.saved : texts.none;
  return (
    <Page
      narrow
      title={texts.title}
      documentTitle={texts.documentTitle}
      crumb={texts.round(page.round)}
      lead={texts.lead(format.words(page.dots), format.words(page.mostOnOne))}
    >
      <p className="v-vote__left" role="status">
        <strong>{texts.left(left)}</strong>{" "}
        <span>{sending === "saved" ? saved : sending === "saving" ? texts.saving : ""}</span>
      </p>
      {(sending === "trying" || sending === "slow") && <Alert tone="warn">{texts[sending]}</Alert>}
      {said && (
        <Alert tone="warn" live>
          {said}
        </Alert>
      )}
      <Card>
        <ul className="v-vote">
          {page.candidates.map(({ id, name }) => {
            const laid = dots[id] ?? 0;
            const called = localized(name, language);
            return (
              <li key={id} className="v-vote__row" data-laid={laid > 0 || undefined}>
                <span className="v-vote__name">
                  {called}
                  <span className="v-vote__dots">
                    <span aria-hidden>{"●".repeat(laid)}</span>
                    <span className="v-hidden">{texts.laid(laid)}</span>
                  </span>
                </span>
                <button
                  type="button"
                  className="v-vote__button"
                  aria-label={texts.less(called)}
                  disabled={laid === 0}
                  onClick={() => move(id, -1)}
                >
                  <MinusIcon aria-hidden fontSize="1.5rem" />
                </button>
                <button
                  type="button"
                  className="v-vote__button"
                  aria-label={texts.more(called)}
                  disabled={left === 0 || laid >= page.mostOnOne}
                  onClick={() => move(id, 1)}
                >
                  <PlusIcon aria-hidden fontSize="1.5rem" />
                </button>
              </li>
            );
          })}
        </ul>
        <p className="v-vote__note">{texts.privacy}</p>
      </Card>
    </Page>
  );
}
