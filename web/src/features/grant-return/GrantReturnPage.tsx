import { Navigate, Link, useNavigate, useParams } from "react-router";
import { readFragment } from "../../../../graphql/generated";
import { OwnReturn_GrantReturnFragmentDoc } from "../../../../graphql/generated/graphql";
import { useGrantReturnPageQuery } from "../../../../graphql/generated/hooks";
import { errorOf } from "../../app/errors";
import { useCan } from "../../app/viewer";
import { useAllTexts } from "../../texts";
import { ErrorState, Page, Select, Skeleton } from "../../ui";
import { OwnReturn } from "./OwnReturn";
import { grantYears } from "./years";
import "./grant-return.css";

/** The chapter's own return of a basis year: what is ready, what is missing with the way to mend it, and the signature. */
export function Component() {
  const mayWrite = useCan("GRANT_WRITE");
  const asked = Number(useParams()["year"]);
  const years = grantYears();
  const year = years.includes(asked) ? asked : years[0]!;
  if (mayWrite && year !== asked) return <Navigate replace to={`/arsrapport/${year}`} />;
  if (!mayWrite) return <Navigate replace to={`/arsrapporter?aar=${year}`} />;
  return <Own key={year} year={year} />;
}

function Own({ year }: { year: number }) {
  const texts = useAllTexts().grantReturn;
  const navigate = useNavigate();
  const [{ data, error, fetching }, reload] = useGrantReturnPageQuery({
    variables: { year },
    requestPolicy: "cache-and-network",
  });
  const failure = errorOf(error);
  const own = data && readFragment(OwnReturn_GrantReturnFragmentDoc, data.ownGrantReturn);
  return (
    <Page
      narrow
      title={texts.title(year)}
      lead={texts.lead}
      crumb={<Link to="/aret">{texts.toYear}</Link>}
      action={
        <Select
          hideLabel
          label={texts.all.year}
          value={String(year)}
          options={grantYears().map((one) => ({ value: String(one), label: String(one) }))}
          onChange={(to) => void navigate(`/arsrapport/${to}`)}
        />
      }
    >
      {failure && !own && (
        <ErrorState {...failure} busy={fetching} onRetry={() => reload({ requestPolicy: "network-only" })} />
      )}
      {!failure && !own && <Skeleton of="cards" count={3} />}
      {own && <OwnReturn fetched={own} />}
    </Page>
  );
}
