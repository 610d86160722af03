import { useAllTexts } from "../../texts";
import { FileDrop } from "../../ui";

/** Where a member file is chosen or dropped. */
export function MemberFileDrop({ primary, onFile }: { primary?: boolean; onFile: (file: File) => void }) {
  const texts = useAllTexts().imports;
  return (
    <FileDrop
      accept=".csv,.txt,.tsv,.xlsx"
      choose={texts.choose}
      drop={texts.drop}
      primary={!!primary}
      onFile={onFile}
    />
  );
}
