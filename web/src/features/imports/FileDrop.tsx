import { useRef, useState } from "react";
import { useTexts } from "../../texts";
import { Button } from "../../ui";
import { FilesIcon } from "../../ui/icons";
import "./imports.css";

/** The button is the way for everybody; dropping is a shortcut for those with a mouse. */
export function FileDrop({ primary, onFile }: { primary?: boolean; onFile: (file: File) => void }) {
  const texts = useTexts().imports;
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const take = (file: File | undefined): void => {
    if (file) onFile(file);
  };
  return (
    <div
      className="v-member-file"
      data-over={over ? "" : undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer.files[0]);
      }}
    >
      <input
        ref={input}
        type="file"
        hidden
        accept=".csv,.txt,.tsv,.xlsx"
        onChange={(event) => {
          take(event.target.files?.[0]);
          // the same file may be chosen again after it is mended
          event.target.value = "";
        }}
      />
      <Button icon={FilesIcon} variant={primary ? "primary" : "secondary"} onClick={() => input.current?.click()}>
        {texts.choose}
      </Button>
      <p className="v-member-file__note">{texts.drop}</p>
    </div>
  );
}
