import type { Request, RequestHandler } from "express";
import { runWork } from "../../../kernel/db/run-work.js";
import { AppError } from "../../../kernel/errors/app-error.js";
import { type Installation, seated } from "../../../kernel/graphql/context.js";
import { failRequest, sessionOfOwnPage } from "../../../kernel/http/own-page.js";
import { inTurns } from "../../../kernel/live/in-turns.js";
import type { Logger } from "../../../kernel/log.js";
import { countAttempt } from "../../accounts/index.js";
import { MOST_BYTES, readPieces } from "./read-pieces.js";
import { ReadProblem } from "./read-problem.js";

const HEADER = "x-varde-plan";
/** How much of a body that is too large is read on, so that its sender gets the answer. */
const MOST_DRAINED = 60 * 1024 * 1024;

async function bodyOf(request: Request): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let total = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    total += chunk.length;
    if (total <= MOST_BYTES) chunks.push(chunk);
    if (total > MOST_DRAINED) break;
  }
  if (total > MOST_BYTES) throw new ReadProblem("TOO_LARGE");
  return Buffer.concat(chunks);
}

/** Files are read one after the other: a large one takes the time of a page, and not of all. */
const inTurn = inTurns(1);
/** Files that one account has read in an hour. */
const MOST_FILES = 60;

/**
 * `POST /plan-table`: a file or a pasted page as the body, answered with its paragraphs and tables `{ pieces }`, or with why it is not
 * read `{ problem }`. Nothing is kept: what becomes of it is chosen on the page, and saved as any plan is.
 */
export const planTable =
  (installation: Installation, log: Logger): RequestHandler =>
  async (request, response) => {
    const session = sessionOfOwnPage(request, response, "application/octet-stream", HEADER);
    if (session === null) return;
    try {
      const who = await runWork(installation.app, { session, readOnly: true }, async (work) => {
        const { caps, accountId } = seated(work);
        if (!caps.has("PLAN_WRITE")) throw new AppError("FORBIDDEN");
        return accountId;
      });
      await countAttempt(installation, { what: "plan-table", who, most: MOST_FILES, seconds: 3600 });
      const body = await bodyOf(request);
      response.json({ pieces: await inTurn(() => readPieces(body)) });
    } catch (error) {
      if (error instanceof ReadProblem) response.json({ problem: error.code });
      else failRequest(response, log, error, "a plan's file");
    }
  };
