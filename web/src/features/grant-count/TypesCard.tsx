import { kroner, readKroner } from "@varde/domain";
import { useState } from "react";
import { SaveMembershipTypeDocument } from "../../../../graphql/generated/graphql";
import type { GrantSettingsPage_GrantSettingsFragment } from "../../../../graphql/generated/graphql";
import { newId } from "../../app/ids";
import { useAction } from "../../app/useAction";
import { useAllTexts } from "../../texts";
import { Alert, Button, Card, Checkbox, Dialog, Row, Rows, TextField } from "../../ui";

type Type = GrantSettingsPage_GrantSettingsFragment["types"][number];
type Props = { types: readonly Type[]; onChanged: () => void };
type Draft = Omit<Type, "fee" | "__typename"> & { feeText: string };

const draftOf = ({ fee, ...type }: Type): Draft => ({
  ...type,
  feeText: typeof fee === "number" ? kroner(fee) : "",
});
const fresh = (): Draft => ({ id: newId(), name: "", eligible: true, archived: false, rev: 0, feeText: "" });

/** The types of membership: which of them give a vote, and so can count. */
export function TypesCard({ types, onChanged }: Props) {
  const { grantCount, app, ui } = useAllTexts();
  const texts = grantCount.settings;
  const save = useAction(SaveMembershipTypeDocument);
  const [draft, setDraft] = useState<Draft | null>(null);
  const [tried, setTried] = useState(false);
  const fee = draft === null || draft.feeText.trim() === "" ? null : readKroner(draft.feeText);
  const wrong = draft !== null && draft.feeText.trim() !== "" && fee === null;
  const open = (type: Draft) => {
    save.reset();
    setTried(false);
    setDraft(type);
  };

  async function send(): Promise<void> {
    setTried(true);
    if (!draft || wrong) return;
    const { id, rev, name, eligible, archived } = draft;
    const done = await save.run({ id, rev, name, eligible, archived, fee });
    if (!done) return;
    setDraft(null);
    onChanged();
  }

  const inWords = (type: Type): string =>
    [
      type.eligible ? texts.eligible : texts.notEligible,
      typeof type.fee === "number" && texts.fee(kroner(type.fee)),
      type.archived && texts.archived,
    ]
      .filter(Boolean)
      .join(" · ");
  return (
    <Card title={texts.types} lead={texts.typesLead}>
      {types.length === 0 && <p>{texts.noTypes}</p>}
      <Rows>
        {types.map((type) => (
          <Row key={type.id}>
            <div className="v-count__member">
              <span>
                <strong>{type.name}</strong> {inWords(type)}
              </span>
              <Button variant="plain" aria-label={texts.change(type.name)} onClick={() => open(draftOf(type))}>
                {texts.edit}
              </Button>
            </div>
          </Row>
        ))}
      </Rows>
      <Button variant="secondary" onClick={() => open(fresh())}>
        {texts.add}
      </Button>
      <Dialog
        open={draft !== null}
        onClose={() => setDraft(null)}
        title={draft && draft.rev > 0 ? texts.change(draft.name) : texts.add}
        actions={
          <>
            <Button variant="quiet" onClick={() => setDraft(null)}>
              {ui.actions.cancel}
            </Button>
            <Button variant="primary" busy={save.busy} onClick={() => void send()}>
              {texts.saveType}
            </Button>
          </>
        }
      >
        {draft && (
          <>
            <TextField
              label={texts.name}
              maxLength={60}
              value={draft.name}
              onChange={(name) => setDraft({ ...draft, name })}
              problem={save.problemAt("name")}
            />
            <Checkbox
              label={texts.hasVote}
              checked={draft.eligible}
              onChange={(eligible) => setDraft({ ...draft, eligible })}
            />
            <TextField
              label={texts.feeLabel}
              optional
              inputMode="decimal"
              maxLength={8}
              value={draft.feeText}
              onChange={(feeText) => setDraft({ ...draft, feeText })}
              problem={(tried && wrong ? texts.wrongAmount : undefined) ?? save.problemAt("fee")}
            />
            {draft.rev > 0 && (
              <Checkbox
                label={texts.away}
                checked={draft.archived}
                onChange={(archived) => setDraft({ ...draft, archived })}
              />
            )}
            {save.otherProblems(["name", "fee"]).map((message) => (
              <Alert key={message} tone="warn" live title={message} />
            ))}
            {save.error && (
              <Alert tone="warn" live title={app.errors[save.error.code].title}>
                {app.errors[save.error.code].body}
              </Alert>
            )}
          </>
        )}
      </Dialog>
    </Card>
  );
}
