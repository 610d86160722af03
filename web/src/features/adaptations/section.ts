import type { Language, Overlay, TemplateDefinition } from "@varde/domain";

/** What every part of the page is given. `problemAt` is by the keys of the overlay's parts: `steps.invite.nb`. */
export type SectionProps = {
  definition: TemplateDefinition;
  overlay: Overlay;
  /** the language one writes in */
  language: Language;
  onChange: (overlay: Overlay) => void;
  problemAt: (path: string) => string | undefined;
  readOnly: boolean;
};
