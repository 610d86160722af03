import { useSurveysNowQuery } from "../../../../graphql/generated/hooks";
import { useCan } from "../viewer";
import { SurveysNow } from "./SurveysNow";

/** As `SurveysNow`, for those above a chapter who may read surveys; nothing while it is fetched, or where it could not be. */
export function AllSurveysNow() {
  const [{ data }] = useSurveysNowQuery({ pause: !useCan("SURVEY_READ"), requestPolicy: "cache-and-network" });
  return data ? <SurveysNow surveys={data.surveysNow} /> : null;
}
