import type { FragmentType } from "../../../../graphql/generated";
import { readFragment } from "../../../../graphql/generated";
import {
  AnnualReportWhole_AnnualReportFragmentDoc,
  ReportPhotos_AnnualReportPhotoFragmentDoc,
  ReportText_AnnualReportSectionFragmentDoc,
  type AnnualReportWhole_AnnualReportFragment,
  type ReportPhotos_AnnualReportPhotoFragment,
  type ReportText_AnnualReportSectionFragment,
} from "../../../../graphql/generated/graphql";

export type Section = ReportText_AnnualReportSectionFragment;
export type Photo = ReportPhotos_AnnualReportPhotoFragment;
/** A report with its parts unmasked. */
export type Report = Omit<AnnualReportWhole_AnnualReportFragment, "sections" | "photos"> & {
  sections: readonly Section[];
  photos: readonly Photo[];
};
export type Sentence = Report["sentences"][number];
export type FetchedReport = FragmentType<typeof AnnualReportWhole_AnnualReportFragmentDoc>;
export type FetchedSections = readonly FragmentType<typeof ReportText_AnnualReportSectionFragmentDoc>[];
export type FetchedPhotos = readonly FragmentType<typeof ReportPhotos_AnnualReportPhotoFragmentDoc>[];

export const readSections = (fetched: FetchedSections): Section[] =>
  fetched.map((one) => readFragment(ReportText_AnnualReportSectionFragmentDoc, one));
export const readPhotos = (fetched: FetchedPhotos): Photo[] =>
  fetched.map((one) => readFragment(ReportPhotos_AnnualReportPhotoFragmentDoc, one));

export function readReport(fetched: FetchedReport): Report {
  const { sections, photos, ...rest } = readFragment(AnnualReportWhole_AnnualReportFragmentDoc, fetched);
  return { ...rest, sections: readSections(sections), photos: readPhotos(photos) };
}

/** Where a photo is served, to those who may read the report it stands in. */
export const photoPath = (id: string): string => `/report/photo/${id}`;
