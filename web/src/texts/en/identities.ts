import type { identities as source } from "../nb/identities";

export const identities: typeof source = {
  enter: (provider: string) => `Sign in with ${provider}`,
  or: "or",
  title: "Other ways to sign in",
  none: (provider: string) => `Connect ${provider}, and you can sign in with it instead of the link by e-mail.`,
  link: (provider: string) => `Connect ${provider}`,
  linked: (date: string) => `Connected ${date}`,
  used: (when: string) => `Last used ${when}`,
  unused: "Not used yet",
  remove: (provider: string) => `Remove ${provider}`,
  removeTitle: (provider: string) => `Remove ${provider}?`,
  removeBody: "You then come in by the link in the e-mail, and you are signed out on other devices.",
  keep: "Keep it",
  back: {
    title: "One moment",
    lead: "We are looking at the answer we got.",
    deadTitle: "We did not quite get there",
    toSignIn: "Go to the sign-in",
    toAccount: "To “Secure sign-in”",
  },
};
