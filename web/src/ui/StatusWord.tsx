import type { TouchpointStatus } from "@varde/domain";
import type { ReactNode } from "react";
import { useTexts } from "../texts";
import "./status.css";

/** COMING is an open one that opens later: nothing to do yet. */
export type ShownStatus = TouchpointStatus | "COMING";

const TONE: Record<ShownStatus, string> = {
  COMING: "aside",
  OPEN: "open",
  OVERDUE: "overdue",
  MISSED: "missed",
  DONE_ON_TIME: "on-time",
  DONE_LATE: "late",
  TAKEN_OVER: "taken-over",
  WAIVED: "aside",
  CANCELLED: "aside",
  EMPTY: "aside",
};

function Shape({ status }: { status: ShownStatus }) {
  switch (status) {
    case "DONE_ON_TIME":
      return <circle cx="10" cy="10" r="7" fill="currentColor" />;
    case "DONE_LATE":
      return (
        <>
          <circle cx="10" cy="10" r="6.5" fill="none" stroke="currentColor" strokeWidth="2" />
          <path d="M10 3.5a6.5 6.5 0 0 0 0 13z" fill="currentColor" />
        </>
      );
    // upright lines, as the part of a bar has
    case "TAKEN_OVER":
      return (
        <path
          d="M5.5 5.4v9.2M10 3.5v13M14.5 5.4v9.2"
          fill="none"
          stroke="currentColor"
          strokeWidth="2.5"
          strokeLinecap="round"
        />
      );
    case "OPEN":
      return <circle cx="10" cy="10" r="6.25" fill="none" stroke="currentColor" strokeWidth="2.5" />;
    case "COMING":
      return (
        <circle
          cx="10"
          cy="10"
          r="6.25"
          fill="none"
          stroke="currentColor"
          strokeWidth="2"
          strokeDasharray="2.9 2"
          strokeLinecap="butt"
        />
      );
    case "OVERDUE":
      return (
        <path
          className="v-glyph__warm"
          d="M10 3.2 17.6 16.6H2.4z"
          stroke="currentColor"
          strokeWidth="2"
          strokeLinejoin="round"
        />
      );
    case "MISSED":
      return (
        <path d="m4.5 4.5 11 11m0-11-11 11" fill="none" stroke="currentColor" strokeWidth="2.5" strokeLinecap="round" />
      );
    default:
      return <path d="M4 10h12" fill="none" stroke="currentColor" strokeWidth="2.5" strokeLinecap="round" />;
  }
}

/** The shape alone, an ornament: a word must stand beside it. */
export function StatusGlyph({ status }: { status: ShownStatus }) {
  return (
    <svg
      className={`v-glyph v-status--${TONE[status]}`}
      viewBox="0 0 20 20"
      width="1.125rem"
      height="1.125rem"
      aria-hidden
    >
      <Shape status={status} />
    </svg>
  );
}

/** Shape, word and colour. `children` replaces the word («2 forsinket»). */
export function StatusWord({ status, children }: { status: ShownStatus; children?: ReactNode }) {
  const texts = useTexts().ui.status;
  return (
    <span className={`v-status v-status--${TONE[status]}`}>
      <StatusGlyph status={status} />
      <span>{children ?? texts[status]}</span>
    </span>
  );
}

/** A status word and what follows it, with a dot between each: «○ Åpen · frist fredag · 1 min». */
export function StatusLine({ status, children }: { status: ShownStatus; children?: ReactNode }) {
  return (
    <span className="v-status-line">
      <StatusWord status={status} />
      {children !== undefined && children !== null && children !== "" && (
        <>
          <span aria-hidden> · </span>
          {children}
        </>
      )}
    </span>
  );
}
