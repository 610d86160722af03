import { useHelpQuery } from "../../../../graphql/generated/hooks";
import { errorOf } from "../../app/errors";
import { useLanguage, useTexts } from "../../texts";
import { ErrorState, Skeleton } from "../../ui";
import { useHelpTexts } from "./useHelpTexts";

/** Names and offices of those one can ask, the nearest first. */
export function WhomToAsk() {
  const texts = useHelpTexts();
  const { roles } = useTexts().app.seat;
  const { language } = useLanguage();
  const [{ data, error, fetching }, retry] = useHelpQuery();
  const failure = errorOf(error);
  if (!data)
    return failure ? (
      <ErrorState code={failure.code} requestId={failure.requestId} busy={fetching} onRetry={() => retry()} />
    ) : (
      <Skeleton of="text" count={2} />
    );
  const { people } = data.help;
  if (people.length === 0) return <p>{texts.nobody}</p>;
  return (
    <ul className="v-help__people">
      {people.map(({ name, role, unit }) => (
        <li key={`${role} ${name} ${unit}`}>{texts.person(name, roles[role].toLocaleLowerCase(language), unit)}</li>
      ))}
    </ul>
  );
}
