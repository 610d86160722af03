/** What is downloaded after the first page: the store, the queue and the sending. */
export { keepTheirs, takeBack } from "./acts";
export { fetchDay, sendAll, sendAsCorrection } from "./send";
export { dayToOpen, dropDay, dropWork, forgetAll, settleFor } from "./store";
export { canUndo, keep, kept, over, undo } from "./works";
