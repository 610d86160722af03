import { useEffect, useState, useSyncExternalStore } from "react";
import { useClient, type Client } from "urql";
import { readFragment } from "../../../../graphql/generated";
import {
  ReportText_AnnualReportSectionFragmentDoc,
  SaveReportSectionDocument,
} from "../../../../graphql/generated/graphql";
import { isUnanswered } from "../../app/errors";
import { useViewer } from "../../app/viewer";
import { keptSection } from "./kept-sections";
import type { Section } from "./report";
import { createSectionSaver, type SectionAnswer, type SectionToSend } from "./section-saver";

async function send(
  client: Client,
  reportId: string,
  { section }: Section,
  draft: SectionToSend,
): Promise<SectionAnswer> {
  const { key, rev, body, taken } = draft;
  const input = { key, id: reportId, section, rev, body, taken: taken.map(({ key: of, text }) => ({ key: of, text })) };
  const { data, error } = await client.mutation(SaveReportSectionDocument, { input }).toPromise();
  if (isUnanswered(error)) return { kind: "unanswered" };
  const answer = data?.saveReportSection;
  const now = answer?.section && readFragment(ReportText_AnnualReportSectionFragmentDoc, answer.section);
  const [problem] = answer?.problems ?? [];
  if (now && problem?.code === "CONFLICT") return { kind: "conflict", now };
  if (error || problem || !now) return { kind: "refused", message: problem?.message ?? null };
  return { kind: "saved", now };
}

export type SectionWriter = ReturnType<typeof useSection>;

/** A section being written: it saves itself, and takes in what `section` brings of others. */
export function useSection(reportId: string, section: Section) {
  const client = useClient();
  const { account } = useViewer();
  const [saver] = useState(() => {
    const local = keptSection(account.id, section.id);
    return createSectionSaver(
      section,
      { send: (draft) => send(client, reportId, section, draft), keep: local.keep },
      local.find(),
    );
  });
  const state = useSyncExternalStore(saver.subscribe, saver.state);
  useEffect(() => saver.heard(section), [saver, section]);
  useEffect(() => {
    const online = (): void => void saver.flush();
    window.addEventListener("online", online);
    return () => {
      window.removeEventListener("online", online);
      saver.keep();
      void saver.flush();
    };
  }, [saver]);
  return { ...state, change: saver.change, choose: saver.choose, flush: saver.flush };
}
