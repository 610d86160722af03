import { useRef, useState, type ReactNode } from "react";
import { Button } from "./Button";
import { FilesIcon } from "./icons";
import "./file-drop.css";

type FileDropProps = {
  /** what may be chosen, as the browser's own dialog takes it: `.csv,.xlsx` */
  accept: string;
  /** words of the button, and of the line under it that tells of dropping */
  choose: string;
  drop: string;
  primary?: boolean;
  onFile: (file: File) => void;
  /** under the button: what was chosen */
  children?: ReactNode;
};

/** The button is the way for everybody; dropping is a shortcut for those with a mouse. */
export function FileDrop({ accept, choose, drop, primary, onFile, children }: FileDropProps) {
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const take = (file: File | undefined): void => {
    if (file) onFile(file);
  };
  return (
    <div
      className="v-file-drop"
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
        accept={accept}
        onChange={(event) => {
          take(event.target.files?.[0]);
          // the same file may be chosen again after it is mended
          event.target.value = "";
        }}
      />
      <Button icon={FilesIcon} variant={primary ? "primary" : "secondary"} onClick={() => input.current?.click()}>
        {choose}
      </Button>
      <p className="v-file-drop__note">{drop}</p>
      {children}
    </div>
  );
}
