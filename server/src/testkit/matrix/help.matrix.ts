import { v7 as uuidv7 } from "uuid";
import type { MatrixLine } from "./line.js";

/** Everyone may ask somebody; a practice task is for boards. It is about oneself, so that there is no other's to reach. */
export const helpMatrix: MatrixLine[] = [
  {
    field: "help",
    document: `{ help { people { name role unit } practiceOffered } }`,
    arrange: async () => ({}),
    otherwise: "OK",
    except: { none: "UNAUTHENTICATED", expired: "FORBIDDEN" },
  },
  {
    field: "finishPractice",
    document: `mutation ($input: FinishPracticeInput!) { finishPractice(input: $input) { problems { code } } }`,
    arrange: async () => ({ input: { key: uuidv7() } }),
    otherwise: "FORBIDDEN",
    except: { none: "UNAUTHENTICATED", leader: "OK", board: "OK", siblingLeader: "OK", foreignLeader: "OK" },
  },
];
