import { Link } from "react-router";
import { useAllTexts } from "../../texts";

/** The way back to the list. */
export function SurveyCrumb() {
  return <Link to="/medlemsreisen/undersokelser">{useAllTexts().surveys.title}</Link>;
}
