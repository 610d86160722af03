import type { ReactNode } from "react";
import { Link } from "react-router";
import { useAllTexts } from "../texts";
import { ChevronRightIcon } from "../ui/icons";

/** «Punkter › Sommertreff › …»: the way back, one link a step. */
export function TemplateCrumb({ template, here }: { template?: { id: string; name: string }; here?: ReactNode }) {
  const texts = useAllTexts().templates;
  return (
    <>
      <Link to="/punkter">{texts.crumb}</Link>
      {template && (
        <>
          <ChevronRightIcon aria-hidden fontSize="1rem" />
          <Link to={`/punkter/${template.id}`}>{template.name}</Link>
        </>
      )}
      {here !== undefined && (
        <>
          <ChevronRightIcon aria-hidden fontSize="1rem" />
          <span>{here}</span>
        </>
      )}
    </>
  );
}
