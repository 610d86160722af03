import { FieldRow, TextField } from "../../../ui";

type NumberFieldsProps<Key extends string> = {
  fields: readonly { key: Key; label: string; help: string; digits: number; optional?: boolean }[];
  form: Record<Key, string>;
  onChange: (part: Partial<Record<Key, string>>) => void;
  problemAt: (key: Key) => string | undefined;
};

/** Whole numbers under each other, each with what it means. */
export function NumberFields<Key extends string>({ fields, form, onChange, problemAt }: NumberFieldsProps<Key>) {
  return (
    <>
      {fields.map(({ key, label, help, digits, optional }) => (
        <FieldRow key={key}>
          <TextField
            label={label}
            help={help}
            optional={!!optional}
            inputMode="numeric"
            size={4}
            value={form[key]}
            onChange={(text) => {
              if (/^\d*$/.test(text) && text.length <= digits)
                onChange({ [key]: text } as Partial<Record<Key, string>>);
            }}
            problem={problemAt(key)}
          />
        </FieldRow>
      ))}
    </>
  );
}
