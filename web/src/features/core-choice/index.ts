export { WhyTheseCard } from "./WhyTheseCard";
