import { Link } from "react-router";
import { useTexts } from "../../texts";
import { ChevronRightIcon } from "../../ui/icons";

/** «Interaksjonspunkter › Sommertreff › Pilot av 1.1» */
export function PilotCrumb({ template, here }: { template?: { id: string; name: string }; here?: string }) {
  const texts = useTexts().pilots;
  return (
    <>
      <Link to="/punkter">{texts.crumb}</Link>
      {template && (
        <>
          <ChevronRightIcon aria-hidden fontSize="1rem" />
          <Link to={`/punkter/${template.id}`}>{template.name}</Link>
        </>
      )}
      {here && (
        <>
          <ChevronRightIcon aria-hidden fontSize="1rem" />
          <span>{here}</span>
        </>
      )}
    </>
  );
}
