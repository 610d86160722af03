const MIB = 1024 * 1024;

/** How much of a file we read before we say that it cannot be a member list. */
export type ReadLimits = {
  /** bytes of a text file */
  textBytes: number;
  /** bytes of an .xlsx as it is sent; it is held in memory, since a zip is read from its end */
  xlsxBytes: number;
  /** bytes that the parts of an .xlsx we read may become, all together */
  inflatedBytes: number;
  /** how many times larger a part may become, above the first 10 MiB */
  inflatedRatio: number;
  /** parts inside an .xlsx */
  zipEntries: number;
  /** rows below the header */
  rows: number;
  columns: number;
  /** UTF-16 code units in one cell */
  cellLength: number;
};

export const READ_LIMITS: ReadLimits = {
  textBytes: 50 * MIB,
  xlsxBytes: 25 * MIB,
  inflatedBytes: 400 * MIB,
  inflatedRatio: 150,
  zipEntries: 1000,
  rows: 200_000,
  // a row of 400 is a sign of the wrong separator or the wrong file
  columns: 399,
  cellLength: 2000,
};
