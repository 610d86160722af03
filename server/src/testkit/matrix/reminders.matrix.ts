import { randomUUID } from "node:crypto";
import type { MatrixLine } from "./line.js";

/** One's own choices and one's own log: only who one is decides. */
export const remindersMatrix: MatrixLine[] = [
  {
    field: "reminders",
    document: `{ reminders { enabled weekdays at quietFrom preview { subject lines } } }`,
    arrange: async () => ({}),
    otherwise: "OK",
    except: { none: "UNAUTHENTICATED" },
  },
  {
    field: "reminderLog",
    document: `{ reminderLog { nodes { id outcome reason } } }`,
    arrange: async () => ({}),
    otherwise: "OK",
    except: { none: "UNAUTHENTICATED" },
  },
  {
    field: "setReminders",
    document: `mutation ($input: SetRemindersInput!) { setReminders(input: $input) { reminders { at } problems { code } } }`,
    arrange: async () => ({ input: { key: randomUUID(), enabled: true, weekdays: [1, 3], at: "08:30" } }),
    otherwise: "OK",
    except: { none: "UNAUTHENTICATED" },
  },
];
