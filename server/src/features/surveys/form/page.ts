import { LANGUAGES } from "@varde/domain";
import type { Language, SurveyAnswers, SurveyDefinition } from "@varde/domain";
import { Html, html } from "../../../kernel/html.js";
import type { FormAssets } from "./assets.js";
import { conditionStyles } from "./conditions.js";
import { FIELDS, MOST_FIELDS } from "./given.js";
import { FORM_WORDS } from "./form.texts.js";
import type { ReturnReason } from "./form.texts.js";
import { questionsHtml, wordsIn } from "./questions.js";

/** A page, and the styles that stand in it, which its policy has to be told of; empty when there are none. */
export type Page = { html: string; styles: string };

/** The survey as whoever follows a link meets it. */
export type MetSurvey = {
  organization: string;
  /** null where no chapter's link was followed */
  chapter: string | null;
  definition: SurveyDefinition;
};

export type FormPage = MetSurvey & {
  language: Language;
  /** where it is sent; null: a preview */
  sent: { code: string; ticket: string } | null;
  answers: SurveyAnswers;
  returned: ReturnReason | null;
};

type Shell = { language: Language; title: string; assets: FormAssets; styles?: string; body: Html };

const SAFE_NUMBER = { shown: "116 123", called: "116123" };

function shell({ language, title, assets, styles = "", body }: Shell): Page {
  const page = html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <meta name="referrer" content="no-referrer" />
        <title>${title} · Varde</title>
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        ${assets.style && html`<link rel="stylesheet" href="${assets.style}" />`}
        ${styles !== "" && new Html(`<style>${styles}</style>`)}
        ${assets.script && html`<script type="module" src="${assets.script}"></script>`}
      </head>
      <body>
        ${body}
      </body>
    </html>`;
  return { html: page.text, styles };
}

const safeLine = (language: Language): Html => {
  const words = FORM_WORDS[language];
  return html`<p class="safe">
    ${words.safe} <a href="tel:${SAFE_NUMBER.called}">${SAFE_NUMBER.shown}</a>, ${words.safeEnd}
  </p>`;
};

/** Where no form stands, a link chooses the language. */
const languageLinks = (language: Language): Html =>
  html`<nav class="languages" aria-label="${FORM_WORDS[language].languages}">
    ${LANGUAGES.map((one) =>
      one === language
        ? html`<span aria-current="true">${FORM_WORDS[one].language}</span>`
        : html`<a href="?${FIELDS.language}=${one}" lang="${one}" hreflang="${one}">${FORM_WORDS[one].language}</a>`,
    )}
  </nav>`;

/** Where one does, another language is asked for by sending it, so that what was answered comes back with the page. */
const languageButtons = (language: Language): Html =>
  html`<div class="languages" role="group" aria-label="${FORM_WORDS[language].languages}">
    ${LANGUAGES.map((one) =>
      one === language
        ? html`<span aria-current="true">${FORM_WORDS[one].language}</span>`
        : html`<button type="submit" name="${FIELDS.language}" value="${one}" lang="${one}">
            ${FORM_WORDS[one].language}
          </button>`,
    )}
  </div>`;

/** The words of a survey, a paragraph a line. */
const paragraphs = (text: string): Html =>
  html`${text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => html`<p>${line}</p>`)}`;

/** Given back whole, and to be sent as it is: the way to do so stands at once, and not only below all the questions. */
const SEND_AGAIN: ReadonlySet<ReturnReason | null> = new Set(["YOUNG", "STALE", "TRAPPED", "LIMITED", "BUSY"]);

/** The form: all on one page, to be answered and sent without a script. */
export function formPage(assets: FormAssets, page: FormPage): Page {
  const { language, definition, sent, returned } = page;
  const words = FORM_WORDS[language];
  const title = wordsIn(definition.title, language);
  const notice = returned && words.returned[returned];
  const sendable = sent !== null && returned !== "CLOSED";
  const fields = html`
    <header>
      <div class="top">
        <p class="from">${page.organization}${page.chapter !== null && html` · ${page.chapter}`}</p>
        ${sent ? languageButtons(language) : languageLinks(language)}
      </div>
      ${sent === null && html`<p class="notice">${words.preview}</p>`}
      ${
        notice &&
        html`<div class="notice" role="alert">
          <p><strong>${notice.title}</strong></p>
          <p>${notice.text}</p>
          ${SEND_AGAIN.has(returned) && html`<p><button type="submit" class="send">${words.send}</button></p>`}
        </div>`
      }
      <h1>${title}</h1>
      <p class="young">${wordsIn(definition.underAge, language)}</p>
      <div class="intro">${paragraphs(wordsIn(definition.intro, language))}</div>
      <details>
        <summary>${words.whatHappens}</summary>
        <ul>
          ${words.happens.map((line) => html`<li>${line}</li>`)}
        </ul>
      </details>
      <p class="free">${words.free}</p>
      <p class="status" role="status" id="status"></p>
    </header>
    ${questionsHtml(definition, language, page.answers)}
    <footer>
      ${
        sent &&
        html`<p class="trap" aria-hidden="true">
            <label>${words.trap} <input name="${FIELDS.trap}" tabindex="-1" autocomplete="off" /></label>
          </p>
          <input type="hidden" name="${FIELDS.ticket}" value="${sent.ticket}" />`
      }
      ${
        sendable &&
        html`<p>${words.sendMeans}</p>
          <p class="sends">
            <button type="submit" class="send">${words.send}</button>
            <a class="again" id="again" href="/u/${sent.code}?${FIELDS.language}=${language}">${words.startAgain}</a>
          </p>
          <p class="progress" role="status" id="progress"></p>`
      }
      ${safeLine(language)}
    </footer>
  `;
  // an Enter in a field presses a form's first button: this one gives the same page back with all that was answered, so that nobody
  // sends, or changes the language, by accident
  const body = sent
    ? html`<main>
        <form
          id="form"
          method="post"
          action="/u/${sent.code}?${FIELDS.language}=${language}"
          autocomplete="off"
          data-code="${sent.code}"
          data-given="${Object.keys(page.answers).length > 0 || returned ? "yes" : "no"}"
          data-words="${JSON.stringify(words.script)}"
        >
          <button
            type="submit"
            name="${FIELDS.language}"
            value="${language}"
            class="unseen"
            tabindex="-1"
            aria-hidden="true"
          ></button>
          ${fields}
        </form>
      </main>`
    : html`<main>${fields}</main>`;
  const styles = conditionStyles(definition);
  return shell({ language, title: notice ? `${notice.title} – ${title}` : title, assets, styles, body });
}

/** After a form was taken; the same for who has sent it twice. */
export function thanksPage(assets: FormAssets, met: MetSurvey, language: Language, code: string): Page {
  const words = FORM_WORDS[language];
  const body = html`<main id="sent" data-code="${code}">
    <p class="from">${met.organization}${met.chapter !== null && html` · ${met.chapter}`}</p>
    <h1>${words.thanks}</h1>
    <div class="intro">${paragraphs(wordsIn(met.definition.thanks, language))}</div>
    <p>${words.anotherWhy}</p>
    <p class="sends"><a class="again" href="/u/${code}?${FIELDS.language}=${language}">${words.another}</a></p>
    ${safeLine(language)}
  </main>`;
  return shell({ language, title: words.thanks, assets, body });
}

/** A page that says one thing: closed, not yet open, nothing here, not now. `over` is the link that can be answered no more. */
export function plainPage(
  assets: FormAssets,
  language: Language,
  what: "closed" | "planned" | "unknown" | "tooLarge" | "busy",
  met: MetSurvey | null,
  over: string | null = null,
): Page {
  const { title, text } = FORM_WORDS[language][what];
  const body = html`<main ${over !== null && html`id="over" data-code="${over}"`}>
    <div class="top">
      <p class="from">${met ? html`${met.organization}${met.chapter !== null && html` · ${met.chapter}`}` : "Varde"}</p>
      ${languageLinks(language)}
    </div>
    <h1>${title}</h1>
    <p>${text}</p>
    ${met && safeLine(language)}
  </main>`;
  return shell({ language, title, assets, body });
}

/** When the survey itself could not be read: what was sent, to be sent once more. */
export function retryPage(assets: FormAssets, language: Language, code: string, body: string): Page {
  const words = FORM_WORDS[language];
  const { title, text } = words.returned.BUSY;
  const fields = [...new URLSearchParams(body)].slice(0, MOST_FIELDS);
  const page = html`<main>
    <h1>${title}</h1>
    <p>${text}</p>
    <form method="post" action="/u/${code}?${FIELDS.language}=${language}">
      ${fields.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
      <p class="sends"><button type="submit" class="send">${words.send}</button></p>
    </form>
  </main>`;
  return shell({ language, title, assets, body: page });
}
