/** What other features may use of who came. */
export { AttendanceCard } from "./AttendanceCard";
export { ByNameCard } from "./ByNameCard";
export { useAttendance } from "./useAttendance";
