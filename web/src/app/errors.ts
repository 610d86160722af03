import type { CombinedError } from "urql";
import type { ErrorCode } from "../ui";

const CODES: Record<ErrorCode, true> = {
  UNAUTHENTICATED: true,
  FORBIDDEN: true,
  NOT_FOUND: true,
  STEP_UP_REQUIRED: true,
  RATE_LIMITED: true,
  UNAVAILABLE: true,
  INTERNAL: true,
  BAD_REQUEST: true,
  OFFLINE: true,
};

/** What went wrong, in our closed union, and what to quote when asking for help. */
export type Failure = { code: ErrorCode; requestId: string | null };

function isCode(value: unknown): value is ErrorCode {
  return typeof value === "string" && Object.hasOwn(CODES, value);
}

/** The failure behind an urql error; null when there is none. A code we do not know is INTERNAL. */
export function errorOf(error: CombinedError | undefined): Failure | null {
  if (!error) return null;
  const [first] = error.graphQLErrors;
  if (first) {
    const { code, requestId } = first.extensions;
    return { code: isCode(code) ? code : "INTERNAL", requestId: typeof requestId === "string" ? requestId : null };
  }
  const status: unknown = (error.response as Response | undefined)?.status;
  if (status === 429) return { code: "RATE_LIMITED", requestId: null };
  if (typeof status === "number" && status >= 400)
    return { code: status >= 500 ? "UNAVAILABLE" : "BAD_REQUEST", requestId: null };
  return { code: navigator.onLine ? "UNAVAILABLE" : "OFFLINE", requestId: null };
}

/** The answer never came: the server may or may not have done it. */
export function isUnanswered(error: CombinedError | undefined): boolean {
  return error?.networkError !== undefined && error.networkError !== null && error.response === undefined;
}
