/** What other features may use of the follow-up. */
export { BorrowedCard } from "./BorrowedCard";
export { BorrowedDuties, useBorrowedDuties, type BorrowedDuty } from "./BorrowedDuties";
export { ChangesCard } from "./ChangesCard";
export { FollowUpCard } from "./FollowUpCard";
