/** How one chapter of the demo is: its place, its size today and how it does. */
export type ChapterPlan = {
  key: string;
  place: string;
  county: string;
  municipalities: string[];
  postcodes: string[];
  region: string;
  /** region before 1 January this year, where it moved */
  regionBefore?: string;
  /** members today */
  size: number;
  openedYear: number;
  /** share of the members today that joined in the history, about */
  growth: number;
  /** probability of done on time and of done late */
  onTime: number;
  late: number;
  /** probability of a gathering in a month */
  gatherings: number;
  /** ISO weekday of the gatherings */
  weekday: number;
  venues: string[];
  board: 2 | 3;
  silent?: boolean;
  direct?: boolean;
};

/** What most chapters of young people are like. */
export const TYPICAL = { growth: 0.34, onTime: 0.72, late: 0.14, gatherings: 0.6, board: 3 as const };
