type Answer = (given: boolean) => void;
let asked: ((answer: Answer) => void) | null = null;

/** Asks whoever is here to give their second factor again; false when they will not, or nobody can be asked. */
export function askToStepUp(): Promise<boolean> {
  return new Promise((resolve) => {
    if (asked) asked(resolve);
    else resolve(false);
  });
}

/** Says who asks: one at a time, the dialog of the session. */
export function onStepUpAsked(listener: (answer: Answer) => void): () => void {
  asked = listener;
  return () => {
    if (asked === listener) asked = null;
  };
}
