import { useRef, useState } from "react";
import { useTexts } from "../../texts";
import { Button, TextField } from "../../ui";
import { XMarkIcon } from "../../ui/icons";

/** Names written one at a time, each a chip that can be taken away. */
export function MunicipalitiesField({
  value,
  onChange,
  problem,
}: {
  value: readonly string[];
  onChange: (value: string[]) => void;
  problem?: string | undefined;
}) {
  const texts = useTexts().organization.chapter;
  const [draft, setDraft] = useState("");
  const frame = useRef<HTMLDivElement>(null);
  const add = () => {
    const names = draft
      .split(/[,;]/)
      .map((name) => name.trim())
      .filter((name) => name !== "" && !value.includes(name));
    if (names.length > 0) onChange([...value, ...new Set(names)]);
    setDraft("");
    frame.current?.querySelector("input")?.focus();
  };
  return (
    <div ref={frame}>
      <div className="v-add">
        <TextField
          label={texts.municipalities}
          help={texts.municipalitiesHelp}
          optional
          value={draft}
          maxLength={200}
          problem={problem}
          onChange={setDraft}
          onKeyDown={(event) => {
            if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
            // adds the name; the form is sent by its button
            event.preventDefault();
            add();
          }}
        />
        <Button onClick={add} disabled={draft.trim() === ""}>
          {texts.addMunicipality}
        </Button>
      </div>
      {value.length > 0 && (
        <ul className="v-municipalities" aria-label={texts.municipalities}>
          {value.map((name) => (
            <li key={name}>
              <Button
                variant="quiet"
                iconEnd={XMarkIcon}
                aria-label={texts.removeMunicipality(name)}
                onClick={() => {
                  onChange(value.filter((one) => one !== name));
                  frame.current?.querySelector("input")?.focus();
                }}
              >
                {name}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
