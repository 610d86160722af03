import { Navigate } from "react-router";
import { useThisYear } from "./plan";

/** The plan of the year that is. */
export function Component() {
  return <Navigate replace to={`/handlingsplan/${useThisYear()}`} />;
}
