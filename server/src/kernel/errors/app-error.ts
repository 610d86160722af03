import { GraphQLError } from "graphql";

/** The closed union of what can go wrong that a user cannot mend in the form. */
export const ERROR_CODES = [
  "UNAUTHENTICATED",
  "FORBIDDEN",
  "NOT_FOUND",
  "STEP_UP_REQUIRED",
  "RATE_LIMITED",
  "UNAVAILABLE",
  "BAD_REQUEST",
  "INTERNAL",
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

// the same words whatever the cause, so that nothing is told by their difference
const MESSAGES: Record<ErrorCode, string> = {
  UNAUTHENTICATED: "Sign in to go on.",
  FORBIDDEN: "Your role does not have this right.",
  NOT_FOUND: "There is nothing here.",
  STEP_UP_REQUIRED: "Confirm that it is you to go on.",
  RATE_LIMITED: "Too many attempts. Wait a little and try again.",
  UNAVAILABLE: "The service is busy. Nothing was changed; try again.",
  BAD_REQUEST: "The request could not be understood.",
  INTERNAL: "Something went wrong. Nothing was changed.",
};

/** An error with a code of the closed union; its message says nothing about the data. */
export class AppError extends GraphQLError {
  readonly code: ErrorCode;
  constructor(code: ErrorCode) {
    super(MESSAGES[code], { extensions: { code } });
    this.code = code;
    this.name = "AppError";
  }
}

export const messageOf = (code: ErrorCode): string => MESSAGES[code];
