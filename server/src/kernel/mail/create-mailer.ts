import type { Env } from "../../env.js";
import type { Door } from "../db/door.js";
import { mailboxMailer } from "./mailbox-mailer.js";
import type { Mailer } from "./mailer.js";
import { smtpMailer } from "./smtp-mailer.js";

/** SMTP when it is set; else, and never in production, the mailbox page. */
export function createMailer(env: Pick<Env, "smtpUrl" | "mode" | "baseUrl">, auth: Door): Mailer {
  if (env.smtpUrl) return smtpMailer(env.smtpUrl, new URL(env.baseUrl).hostname);
  if (env.mode === "production") throw new Error("SMTP_URL is not set");
  return mailboxMailer(auth);
}
