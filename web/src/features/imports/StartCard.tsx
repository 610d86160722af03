import type { ReactNode } from "react";
import { useFormat } from "../../app/format";
import { useAllTexts } from "../../texts";
import { Card, Chips, Disclosure } from "../../ui";
import { MemberFileDrop } from "./MemberFileDrop";
import "./imports.css";

type StartCardProps = {
  feeYear: string;
  onFeeYear: (year: string) => void;
  onFile: (file: File) => void;
  children: ReactNode;
};

/** Where a file is chosen, and which year's fee it tells of. */
export function StartCard({ feeYear, onFeeYear, onFile, children }: StartCardProps) {
  const texts = useAllTexts().imports;
  const year = Number(useFormat().today().slice(0, 4));
  const years = [year - 1, year].map(String);
  return (
    <Card>
      <Chips
        label={texts.feeYear}
        value={feeYear}
        onChange={onFeeYear}
        options={years.map((value) => ({ value, label: value }))}
      />
      <MemberFileDrop primary onFile={onFile} />
      {children}
      <Disclosure summary={texts.formats}>
        <p>{texts.formatsBody}</p>
      </Disclosure>
    </Card>
  );
}
