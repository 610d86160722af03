import type { MoreTexts } from "../nb/more";

const rows = (n: number): string => (n === 1 ? "1 row" : `${n} rows`);

export const planImport: MoreTexts["planImport"] = {
  bring: "Paste or upload the plan you have",
  title: (year) => `Import the plan for ${year}`,
  lead: "Paste the plan from Word, Google Docs or a spreadsheet, or choose the file. You see how it will look before anything is saved.",
  boardOnly: "Only the chapter's board can import a plan.",
  from: "The plan you have",
  choose: "Choose a file",
  drop: "Or drop the file here: Word (.docx), Excel (.xlsx), web page, text or .csv, at most 5 MB. The file is not kept.",
  readFrom: (file) => `Read from ${file}`,
  box: "Or paste it here",
  boxHelp: "Select everything in the document, the column headings too, copy and paste.",
  read: "Read the plan",
  readAgain: "Read it again",
  clear: "Empty and start again",
  plain:
    "We could not connect, so only the text was read. Line breaks inside a cell may have become rows of their own. Read it again when you are online.",
  notKept: "There is no room to keep this on the device. Save the plan before you close the page.",
  savedLater: "What you pasted stays on this device until the plan is saved.",
  understood: "How it was understood",
  rows: (n) => `Found ${rows(n)}. Look the plan over before you save.`,
  note: (note) => {
    switch (note.code) {
      case "NO_HEADER":
        return "Found no headings over the columns, so they are guessed. See whether they are right.";
      case "NO_TITLE":
        return "Found no title. The plan gets the chapter's name and the year, or keeps the one it has.";
      case "NO_CLOSING":
        return "Found nothing under the table, such as a place and a date. It can be written afterwards.";
      case "NUMBERED":
        return "The numbers of the first column did not come along, so the rows are numbered from the top.";
      case "HEADERS_SKIPPED":
        return note.count === 1
          ? "The headings stood once more, and were skipped."
          : `The headings stood ${note.count} times more, and were skipped.`;
      case "ROWS_JOINED":
        return note.count === 1
          ? "One row went on over a page break, and was joined."
          : `${note.count} rows went on over a page break, and were joined.`;
      case "PAGES_SKIPPED":
        return "Page numbers and page headings were left out.";
      case "COLUMN_KEPT":
        return `“${note.words}” is no column of the plan. What stood there is under the measures.`;
      case "TEXT_BETWEEN":
        return `This stood between two parts of the table, and is now in the introduction: “${note.words}”`;
    }
  },
  problem: (problem) => {
    switch (problem.code) {
      case "NOTHING":
        return "There is nothing to read here.";
      case "NO_TABLE":
        return "Found no table. Select the whole table in the document, headings too, and copy it again.";
      case "NO_ROWS":
        return "Found the headings, but no rows under them.";
      case "TOO_WIDE":
        return `The table has ${problem.count} columns or more. An action plan has at most 12. Is it another table?`;
      case "TOO_MANY_ROWS":
        return `The table has ${problem.count} rows, and a plan has room for 60. Take only those that belong to the plan.`;
      case "CELL_TOO_LONG":
        return `Row ${problem.row} has too much text in a cell. Shorten it in the document, and paste again.`;
      case "TEXT_TOO_LONG":
        return "The text before or after the table is too long. Shorten it in the document, and paste again.";
    }
  },
  columns: (n) => `What is what? ${n} columns`,
  column: (n) => `Column ${n}`,
  sample: (text) => `Such as “${text}”`,
  holds: {
    NR: "No.",
    ACTIVITY: "Activity",
    AIM: "Aim",
    MEASURES: "Measures",
    RESULT_AIM: "Result",
    EXTRA: "Something else, under the measures",
    SKIP: "Left out",
  },
  preview: "This is what the plan becomes.",
  noActivity: "Without an activity",
  save: (year) => `Save as the plan for ${year}`,
  saveGo: "Save the plan",
  replace: "Replace the plan that is there",
  replaceGo: "Replace the plan",
  replaced: (year, n) => `The plan for ${year} has ${rows(n)} already.`,
  kept: (n) =>
    `${rows(n)} ${n === 1 ? "has" : "have"} the same activity. ${n === 1 ? "It gets" : "They get"} the new text, and keep${n === 1 ? "s" : ""} who is responsible, the due date and how far you have come.`,
  gone: (activities) =>
    `${activities.length === 1 ? "This one is removed" : "These are removed"}: ${activities.join(", ")}. The last ones can be put back.`,
  inRow: (n, message) => `Row ${n}: ${message}`,
  toPlan: "Go to the plan",
  adopted: (year) => `The plan for ${year} is adopted`,
  adoptedBody: "Choose “Change the plan” on the plan's page first. What you paste here stays on the device meanwhile.",
  otherYear: "A plan is written for last year, this year or next year.",
  unread: {
    EMPTY: "The file is empty.",
    TOO_LARGE: "It is larger than 5 MB. Remove pictures, or copy the table alone.",
    OLD_WORD: "The file is from an old version of Word or Excel. Save it as .docx, or copy the table and paste it.",
    PDF: "A PDF cannot be read reliably. Open the plan in Word, or copy the table and paste it.",
    PICTURE: "This is a picture. Varde does not read text in pictures. Do you have the plan as a document?",
    OPEN_DOCUMENT: "The file is from LibreOffice or OpenOffice. Save it as .docx, or copy the table and paste it.",
    OTHER_DOCUMENT:
      "This kind of document cannot be read. Open it where it was made, save it as .docx, or copy the table and paste it.",
    SPREADSHEET: "This is a spreadsheet. Select the cells, copy, and paste them here.",
    NOT_DOCX:
      "The file is no Word document, though it may be called one. Open it where it was made, and copy the table.",
    DAMAGED: "The file is damaged and cannot be read. Open it in Word, save it again and try once more.",
    LOCKED: "The file is locked with a password. Save it without one, or copy the table and paste it.",
    MACROS: "The file has macros, and we do not read those. Save it as a plain .docx, or copy the table and paste it.",
    BOMB: "The file is far larger inside than outside, and is not read. Copy the table and paste it.",
    ONLY_PICTURES:
      "The table is a picture in the document, and text in pictures cannot be read. Do you have it as a table?",
    UNREADABLE: "This cannot be read. Copy the table alone, and paste it.",
  },
  print: {
    title: "Print",
    DRAFT: "The plan as it is now, marked “Draft”.",
    CHANGING: "The new version as it is now, marked “Draft”. The adopted one is under “Versions”.",
    ADOPTED: "The plan as it was adopted.",
    PDF: "PDF to print",
    DOCX: "Word (.docx)",
    version: (number, format) => `Version ${number} as ${format}`,
  },
};
