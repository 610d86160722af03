import type { Language } from "@varde/domain";
import { LANGUAGES } from "@varde/domain";
import { inAuth } from "../../../kernel/db/run-work.js";
import { idIn } from "../../../kernel/jobs/job.js";
import type { JobContext, JobDefinition } from "../../../kernel/jobs/job.js";
import type { JobPayload } from "../../../kernel/jobs/enqueue.js";
import { renderLetter } from "../../../kernel/mail/letter.js";
import type { RenderedLetter } from "../../../kernel/mail/letter.js";
import { accountEmailPlace } from "../invitation.service.js";
import { FACTOR_MAIL } from "./own-factors.js";

type Kind = "TOTP" | "PASSKEY";
type Words = {
  subject: string;
  added: Record<Kind, string>;
  removed: Record<Kind, string>;
  notYou: string;
  open: string;
  why: string;
};
const WORDS: Record<Language, Words> = {
  nb: {
    subject: "Innloggingen din er endret",
    added: {
      TOTP: "En kodeapp er lagt til på kontoen din. Fra nå av ber vi om en kode når du logger inn.",
      PASSKEY: "En passnøkkel er lagt til på kontoen din. Fra nå av kan du logge inn med den.",
    },
    removed: {
      TOTP: "Kodeappen er fjernet fra kontoen din.",
      PASSKEY: "En passnøkkel er fjernet fra kontoen din.",
    },
    notYou:
      "Var det ikke deg? Logg inn, avslutt innloggingene du ikke kjenner, og si fra til den som driver Varde hos dere.",
    open: "Se innloggingen din",
    why: "Du får denne e-posten hver gang noe ved innloggingen din endres. Den kan ikke slås av.",
  },
  nn: {
    subject: "Innlogginga di er endra",
    added: {
      TOTP: "Ein kodeapp er lagd til på kontoen din. Frå no av ber vi om ein kode når du loggar inn.",
      PASSKEY: "Ein passnøkkel er lagd til på kontoen din. Frå no av kan du logge inn med han.",
    },
    removed: {
      TOTP: "Kodeappen er fjerna frå kontoen din.",
      PASSKEY: "Ein passnøkkel er fjerna frå kontoen din.",
    },
    notYou:
      "Var det ikkje deg? Logg inn, avslutt innloggingane du ikkje kjenner, og sei frå til den som driv Varde hos dykk.",
    open: "Sjå innlogginga di",
    why: "Du får denne e-posten kvar gong noko ved innlogginga di blir endra. Han kan ikkje slåast av.",
  },
  en: {
    subject: "Your sign-in has changed",
    added: {
      TOTP: "A code app was added to your account. From now on we ask for a code when you sign in.",
      PASSKEY: "A passkey was added to your account. From now on you can sign in with it.",
    },
    removed: {
      TOTP: "The code app was removed from your account.",
      PASSKEY: "A passkey was removed from your account.",
    },
    notYou: "Was it not you? Sign in, end the sign-ins you do not know, and tell whoever runs Varde where you are.",
    open: "See your sign-in",
    why: "You get this mail every time something about your sign-in changes. It cannot be turned off.",
  },
};

/** What the mail says; no name, no place, no device. */
export function factorLetter(
  language: Language,
  { added, kind, link }: { added: boolean; kind: Kind; link: string },
): RenderedLetter {
  const words = WORDS[language];
  return renderLetter({
    language,
    subject: words.subject,
    parts: [
      { kind: "text", text: (added ? words.added : words.removed)[kind] },
      { kind: "text", text: words.notYou },
    ],
    button: { label: words.open, url: link },
    after: [],
    footer: { why: words.why },
  });
}

type Row = { email_ct: Buffer; language: Language | null; sender_name: string | null };

/** Mails the person that a factor came or went; nobody when the account is gone meanwhile. */
async function sendFactorNotice(payload: JobPayload, context: JobContext): Promise<void> {
  const accountId = idIn(payload, "accountId");
  const row = await inAuth(context, async (work) => {
    const [found] = await work.query<Row>(
      `select a.email_ct, a.language,
          (select o.sender_name from app.seat s join app.organization o on o.id = s.organization_id where s.account_id = a.id
            and s.valid_from <= authz.today() and (s.valid_to is null or s.valid_to > authz.today())
            order by s.last_seen_on desc nulls last, s.created_at limit 1) as sender_name
         from app.account a where a.id = $1 and a.stopped_at is null`,
      [accountId],
    );
    return found;
  });
  if (!row) return;
  const letter = factorLetter(LANGUAGES.find((known) => known === row.language) ?? "nb", {
    added: payload.change === "ADDED",
    kind: payload.kind === "TOTP" ? "TOTP" : "PASSKEY",
    link: `${context.baseUrl}/konto/innlogging`,
  });
  await context.mailer.send({
    to: context.sealer.open(row.email_ct, accountEmailPlace(accountId)),
    senderName: row.sender_name ?? "Varde",
    ...letter,
    reference: `factor-${accountId}-${idIn(payload, "change")}`,
  });
}

export const FACTOR_JOBS: readonly JobDefinition[] = [{ task: FACTOR_MAIL, run: sendFactorNotice }];
