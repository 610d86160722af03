import { v7 as uuidv7 } from "uuid";
import type { SeededSeat } from "../../testkit/seed.js";
import type { TestServer } from "../../testkit/server.js";

export type SectionFacts = {
  section: string;
  body: string;
  rev: number;
  writerName: string | null;
  taken: { key: string; text: string }[];
};
export type ReportRead = {
  id: string;
  year: number;
  state: string;
  version: number;
  rev: number;
  reopenedBecause: string | null;
  until: string;
  board: string[];
  sections: SectionFacts[];
  sentences: { key: string; section: string; text: string; source: string }[];
  photos: { id: string; alt: string; rev: number; published: boolean; width: number; height: number }[];
  versions: { version: number; because: string | null; hash: string }[];
};
type Problems = { code: string; path: string[]; message: string }[];

const SECTION = `section body rev writerName taken { key text }`;
const REPORT = `id year state version rev reopenedBecause until board sections { ${SECTION} } sentences { key section text source }
  photos { id alt rev published width height } versions { version because hash }`;

/** What a board does with its annual report, as its page does it. */
export function reportsOf(server: TestServer) {
  const mutate = async <T>(seat: SeededSeat, field: string, answer: string, input: object): Promise<T> => {
    const document = `mutation ($input: ${field[0]!.toUpperCase()}${field.slice(1)}Input!) { ${field}(input: $input) { ${answer} problems { code path message } } }`;
    const data = await server.ask<Record<string, T>>(seat, document, { input: { key: uuidv7(), ...input } });
    return data[field]!;
  };
  type Payload = { report: ReportRead | null; problems: Problems };
  return {
    read: async (seat: SeededSeat, year: number): Promise<ReportRead | null> =>
      (
        await server.ask<{ annualReport: ReportRead | null }>(
          seat,
          `query ($year: Int) { annualReport(year: $year) { ${REPORT} } }`,
          { year },
        )
      ).annualReport,
    start: (seat: SeededSeat, input: { year: number; draft?: boolean; language?: string; id?: string }) =>
      mutate<Payload>(seat, "startAnnualReport", `report { ${REPORT} }`, {
        id: uuidv7(),
        draft: true,
        language: "nb",
        ...input,
      }),
    save: (
      seat: SeededSeat,
      input: { id: string; section: string; rev: number; body: string; taken?: object[]; key?: string },
    ) =>
      mutate<{ section: SectionFacts | null; problems: Problems }>(
        seat,
        "saveReportSection",
        `section { ${SECTION} }`,
        {
          taken: [],
          ...input,
        },
      ),
    describe: (seat: SeededSeat, input: { id: string; rev: number; alt: string }) =>
      mutate<{ photo: { alt: string; rev: number } | null; problems: Problems }>(
        seat,
        "describeReportPhoto",
        "photo { alt rev }",
        input,
      ),
    remove: (seat: SeededSeat, id: string) =>
      mutate<{ problems: Problems }>(seat, "deleteReportPhoto", "photo { id }", { id }),
    finish: (seat: SeededSeat, input: { id: string; rev: number }) =>
      mutate<Payload>(seat, "finishAnnualReport", `report { ${REPORT} }`, input),
    reopen: (seat: SeededSeat, input: { id: string; rev: number; because: string }) =>
      mutate<Payload>(seat, "reopenAnnualReport", `report { ${REPORT} }`, input),
    file: (seat: SeededSeat, year: number, edition: string, format: string, chapterId: string | null = null) =>
      server.ask<{ annualReportFile: { fileName: string; data: string } }>(
        seat,
        `query ($chapterId: ID, $year: Int!) { annualReportFile(chapterId: $chapterId, year: $year, edition: ${edition}, format: ${format}) { fileName data } }`,
        { year, chapterId },
      ),
  };
}
