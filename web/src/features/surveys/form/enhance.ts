import "./form.css";

/**
 * What a script adds to the form that members meet, which the server writes and which works without this: what is typed is kept on
 * the phone until it is sent, an answer may be taken away again, and a network that goes away is tried again. When anything here
 * fails, the form is an ordinary form.
 */
type Kept = { until: number; fields: [name: string, value: string][] };
type Words = Record<"kept" | "found" | "already" | "clear" | "sending" | "retrying" | "offline", string>;

const DAY_MS = 86_400_000;
const KEPT_DAYS = 7;
/** Nobody has read the page sooner, says the server. */
const LEAST_MS = 3_500;
const ANSWER_MS = 15_000;
const WAITS_MS = [1_000, 3_000, 7_000];
const OWN = "svar.";

const KEPT = "varde-form-";
const SENT = "varde-form-sent-";
const keyOf = (code: string): string => KEPT + code;
const sentKeyOf = (code: string): string => SENT + code;

// a browser may keep nothing, or refuse: then nothing is kept
function tried<T>(act: () => T): T | null {
  try {
    return act();
  } catch {
    return null;
  }
}
const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });

/** What was begun in any form and is past its days, or cannot be read, goes whenever a page of ours is opened. */
function sweep(): void {
  tried(() => {
    for (const key of Object.keys(localStorage))
      if (key.startsWith(KEPT) && !key.startsWith(SENT)) readKept(key.slice(KEPT.length));
  });
}

function readKept(code: string): Kept["fields"] | null {
  const kept = tried(() => JSON.parse(localStorage.getItem(keyOf(code)) ?? "null") as Kept | null);
  if (!kept || !(kept.until > Date.now()) || !Array.isArray(kept.fields)) {
    forget(code);
    return null;
  }
  return kept.fields;
}
const forget = (code: string): void => void tried(() => localStorage.removeItem(keyOf(code)));
const hasSent = (code: string): boolean => tried(() => localStorage.getItem(sentKeyOf(code))) !== null;

/** The phone remembers that a form was sent from it, and nothing of what or when; a new word each time, so that other tabs hear it. */
function noteSent(code: string): void {
  forget(code);
  tried(() => localStorage.setItem(sentKeyOf(code), String(Math.random())));
}

function enhance(form: HTMLFormElement, code: string): void {
  const words = JSON.parse(form.dataset["words"] ?? "{}") as Words;
  const status = document.querySelector<HTMLElement>("#status");
  const progress = document.querySelector<HTMLElement>("#progress");
  const sends = form.querySelectorAll<HTMLButtonElement>("button.send");
  // what can no longer be sent is kept no longer than the page is open
  if (sends.length === 0) return forget(code);
  const opened = performance.now();
  let done = false;

  const fieldsOf = (): Kept["fields"] =>
    [...new FormData(form)].flatMap(([name, value]) =>
      name.startsWith(OWN) && typeof value === "string" && value !== "" ? [[name, value]] : [],
    );

  function keep(): void {
    if (done) return;
    const fields = fieldsOf();
    if (fields.length === 0) return forget(code);
    const kept: Kept = { until: Date.now() + KEPT_DAYS * DAY_MS, fields };
    tried(() => localStorage.setItem(keyOf(code), JSON.stringify(kept)));
    showClears();
  }

  function fill(fields: Kept["fields"]): void {
    for (const [name, value] of fields)
      for (const field of form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>("input, textarea")) {
        if (field.name !== name) continue;
        if (field instanceof HTMLTextAreaElement) field.value = value;
        else if (field.value === value) field.checked = true;
      }
  }

  /** A radio button cannot be taken away by itself: each group of them has a way to. */
  function showClears(): void {
    for (const group of form.querySelectorAll<HTMLElement>("fieldset.question")) {
      const chosen = group.querySelector("input[type=radio]:checked");
      const there = group.querySelector<HTMLButtonElement>("button.clear");
      if (there) there.hidden = !chosen;
      if (there || !chosen) continue;
      const clear = document.createElement("button");
      clear.type = "button";
      clear.className = "clear";
      clear.textContent = words.clear;
      clear.setAttribute("aria-describedby", `${group.id}-title`);
      clear.addEventListener("click", () => {
        for (const radio of group.querySelectorAll<HTMLInputElement>("input[type=radio]")) radio.checked = false;
        group.querySelector<HTMLInputElement>("input[type=radio]")?.focus();
        keep();
        showClears();
      });
      group.append(clear);
    }
  }

  const say = (text: string): void => {
    if (progress) progress.textContent = text;
  };
  let sending = false;
  const busy = (is: boolean): void => {
    sending = is;
    for (const send of sends)
      if (is) send.setAttribute("aria-disabled", "true");
      else send.removeAttribute("aria-disabled");
  };

  /** What the server says of the form; null when it could not be reached, however often it was tried. */
  async function deliver(body: URLSearchParams): Promise<string | null> {
    for (const wait of [0, ...WAITS_MS]) {
      if (wait > 0) say(words.retrying);
      await pause(wait);
      try {
        const answer = await fetch(form.action, {
          method: "POST",
          headers: { accept: "application/json" },
          body,
          signal: AbortSignal.timeout(ANSWER_MS),
        });
        const { said } = (await answer.json()) as { said: string };
        if (said !== "BUSY") return said;
      } catch {
        // the network is away, or somebody in front of the server answered: the same ticket is counted once
      }
    }
    return null;
  }

  async function submit(): Promise<void> {
    busy(true);
    say(words.sending);
    keep();
    await pause(Math.max(0, LEAST_MS - (performance.now() - opened)));
    const body = new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]));
    const said = await deliver(body);
    if (said === "TAKEN" || said === "AGAIN") {
      done = true;
      noteSent(code);
      const thanks = new URL(form.action);
      thanks.pathname += "/takk";
      return location.replace(thanks);
    }
    busy(false);
    if (said === null && !navigator.onLine) return say(words.offline);
    // the page that says why has everything that was typed
    form.submit();
  }

  const kept = readKept(code);
  if (kept && form.dataset["given"] !== "yes") fill(kept);
  if (status)
    status.textContent = [
      kept && form.dataset["given"] !== "yes" ? words.found : words.kept,
      ...(hasSent(code) ? [words.already] : []),
    ].join(" ");
  showClears();
  keep();

  // sent from another tab: what stands here too is put away again only if somebody goes on answering
  let left = false;
  let waiting = 0;
  window.addEventListener("storage", ({ key, newValue }) => {
    if (key !== sentKeyOf(code) || newValue === null) return;
    left = true;
    clearTimeout(waiting);
    if (status) status.textContent = words.already;
  });
  form.addEventListener("input", () => {
    left = false;
    clearTimeout(waiting);
    waiting = window.setTimeout(keep, 300);
  });
  form.addEventListener("change", () => {
    left = false;
    keep();
  });
  // in a text it is a new line; in a field it would press the first button
  form.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target instanceof HTMLInputElement) event.preventDefault();
  });
  window.addEventListener("pagehide", () => {
    if (!left) keep();
  });
  document.querySelector("#again")?.addEventListener("click", () => {
    done = true;
    forget(code);
  });
  form.addEventListener("submit", (event) => {
    const by = event.submitter;
    // another language is asked for: the page comes back with what was answered
    if (by instanceof HTMLButtonElement && by.name !== "") return;
    event.preventDefault();
    // what is said of it stands where it was pressed
    if (progress) by?.parentElement?.after(progress);
    if (!sending) void submit();
  });
  // come back to with the browser's arrow, after it was sent: the next person finds it empty
  window.addEventListener("pageshow", (event) => {
    if (event.persisted && done) location.reload();
  });
}

sweep();
const form = document.querySelector<HTMLFormElement>("form#form[data-code]");
if (form?.dataset["code"]) enhance(form, form.dataset["code"]);
const sent = document.querySelector<HTMLElement>("#sent[data-code]");
if (sent?.dataset["code"]) noteSent(sent.dataset["code"]);
const over = document.querySelector<HTMLElement>("#over[data-code]");
if (over?.dataset["code"]) forget(over.dataset["code"]);
