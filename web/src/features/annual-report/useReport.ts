import { useEffect, useRef, useState } from "react";
import { useClient } from "urql";
import { AnnualReportNowDocument } from "../../../../graphql/generated/graphql";
import { useLive } from "../../app/live";
import { readPhotos, readReport, readSections, type FetchedReport, type Report } from "./report";

/** Oftener than this what others write is not fetched, however fast they write. */
const APART_MS = 1_000;

/** The report on the screen, with what others write in it as they do. `reload` counts the year anew. */
export function useReport(fetched: FetchedReport, reload: () => void) {
  const client = useClient();
  const [report, setReport] = useState<Report>(() => readReport(fetched));
  // what is fetched anew comes in the place of what was heard of it
  const [read, setRead] = useState(fetched);
  if (read !== fetched) {
    setRead(fetched);
    setReport(readReport(fetched));
  }
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const { id, year, rev } = report;
  const look = async (): Promise<void> => {
    timer.current = null;
    const { data } = await client
      .query(AnnualReportNowDocument, { year }, { requestPolicy: "network-only" })
      .toPromise();
    const now = data?.annualReport;
    if (now?.id !== id) return;
    // finished or opened again by somebody else: another page
    if (now.rev !== rev) return reload();
    setReport((was) => ({ ...was, sections: readSections(now.sections), photos: readPhotos(now.photos) }));
  };
  useLive((ids) => {
    if (ids !== null && !ids.includes(id)) return;
    timer.current ??= setTimeout(() => void look(), APART_MS);
  });
  useEffect(
    () => () => {
      if (timer.current) clearTimeout(timer.current);
    },
    [],
  );
  return { report, heard: (told: FetchedReport) => setReport(readReport(told)), look: () => void look() };
}
