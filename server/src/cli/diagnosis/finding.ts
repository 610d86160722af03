/** `bad` has to be put right, `advice` is worth a look. */
export type Finding = { readonly verdict: "good" | "advice" | "bad"; readonly what: string; readonly detail: string };

export const good = (what: string, detail: string): Finding => ({ verdict: "good", what, detail });
export const advice = (what: string, detail: string): Finding => ({ verdict: "advice", what, detail });
export const bad = (what: string, detail: string): Finding => ({ verdict: "bad", what, detail });
