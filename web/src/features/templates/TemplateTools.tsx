import { useAllTexts } from "../../texts";
import { ButtonLink } from "../../ui";
import { FilesIcon } from "../../ui/icons";
import { ExportButton } from "./ExportButton";
import "./library.css";

/** What one may take from a template: a copy of it, and its newest version as a file. */
export function TemplateTools({ id, newest }: { id: string; newest: { id: string; number: string } | undefined }) {
  const texts = useAllTexts().library;
  const { link } = useAllTexts().improve;
  if (!newest) return null;
  return (
    <div className="v-template-tools">
      <ButtonLink to={`/punkter/${id}/gjennom-arene`}>{link}</ButtonLink>
      <ButtonLink to={`/punkter/ny?kopi=${id}`} icon={FilesIcon}>
        {texts.copy}
      </ButtonLink>
      <ExportButton templateId={id} versionId={newest.id} label={texts.file.download(newest.number)} />
    </div>
  );
}
