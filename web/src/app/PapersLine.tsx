import { addDays } from "@varde/domain";
import { useLocation } from "react-router";
import { useTexts } from "../texts";
import { Alert, ButtonLink } from "../ui";
import { useFormat } from "./format";
import { useViewer } from "./viewer";

/** Where it is shown whom to ask, and the declaration is read. */
const PAPERS_PATH = "/trygge-folk";
/** Days before a certificate is too old that its holder is told. */
const SOON_DAYS = 60;

/** Over every page of a seat that lacks papers, or soon will: what is closed, and the way to what is to be done. */
export function PapersLine() {
  const { papers } = useViewer();
  const texts = useTexts().app.papers;
  const format = useFormat();
  const { pathname } = useLocation();
  if (!papers || pathname === PAPERS_PATH) return null;
  const { lacks, attestUntil } = papers;
  if (lacks.length > 0)
    return <Alert action={<ButtonLink to={PAPERS_PATH}>{texts.look}</ButtonLink>}>{texts.closed}</Alert>;
  if (!attestUntil || attestUntil > addDays(format.today(), SOON_DAYS)) return null;
  return (
    <Alert tone="warn" action={<ButtonLink to={PAPERS_PATH}>{texts.show}</ButtonLink>}>
      {texts.runsOut(format.fullDate(attestUntil))}
    </Alert>
  );
}
