import { addDays } from "@varde/domain";
import { useState } from "react";
import { readFragment } from "../../../../graphql/generated";
import {
  MemberPage_MemberDetailFragmentDoc,
  SetContactPreferenceDocument,
  type ContactPreference,
} from "../../../../graphql/generated/graphql";
import { useFormat } from "../../app/format";
import { useUndo } from "../../app/undo";
import { useAction } from "../../app/useAction";
import { useTexts } from "../../texts";
import { Button, Card, DateField, Dialog, RadioCards } from "../../ui";
import { PREFERENCES } from "./member-list-view";
import type { MemberData } from "./MemberPage";
import { SaveProblems } from "./SaveProblems";

type Props = { detail: MemberData; editable: boolean; onConflict: () => void };
type Wish = { preference: ContactPreference; until: string | null };

const DAYS_OF_REST = 60;

/** What the member has asked for, in kind words, and the way to write down something else. */
export function PreferenceCard({ detail, editable, onConflict }: Props) {
  const { member, preferenceSetOn } = detail;
  const texts = useTexts().members;
  const format = useFormat();
  const [open, setOpen] = useState(false);
  const wish =
    member.preference === "NOT_NOW"
      ? texts.wishes.NOT_NOW(member.firstName, member.contactAgainOn ? format.date(member.contactAgainOn) : "")
      : texts.wishes[member.preference](member.firstName);
  return (
    <Card
      title={texts.page.preference}
      {...(editable && {
        aside: (
          <Button variant="plain" onClick={() => setOpen(true)}>
            {texts.page.change}
          </Button>
        ),
      })}
    >
      <p>
        {wish} {preferenceSetOn && texts.page.preferenceSet(format.date(preferenceSetOn))}
      </p>
      {open && <PreferenceDialog detail={detail} onClose={() => setOpen(false)} onConflict={onConflict} />}
    </Card>
  );
}

function PreferenceDialog({ detail, onClose, onConflict }: Omit<Props, "editable"> & { onClose: () => void }) {
  const { member } = detail;
  const texts = useTexts().members;
  const actions = useTexts().ui.actions;
  const format = useFormat();
  const offerUndo = useUndo();
  const save = useAction(SetContactPreferenceDocument);
  const takeBack = useAction(SetContactPreferenceDocument);
  const before: Wish = { preference: member.preference, until: member.contactAgainOn };
  const [wish, setWish] = useState<Wish>({ ...before, until: before.until ?? addDays(format.today(), DAYS_OF_REST) });

  async function send(): Promise<void> {
    const until = wish.preference === "NOT_NOW" ? wish.until : null;
    const done = await save.run({ id: member.id, rev: member.rev, preference: wish.preference, until });
    const detailNow = done?.setContactPreference.detail;
    if (!detailNow) return onConflict();
    const { rev } = readFragment(MemberPage_MemberDetailFragmentDoc, detailNow).member;
    onClose();
    offerUndo({
      message: texts.page.preferenceSaved,
      undo: () => void takeBack.run({ id: member.id, rev, ...before }).then((back) => back ?? onConflict()),
    });
  }

  return (
    <Dialog
      open
      keep
      onClose={onClose}
      title={texts.page.preference}
      actions={
        <>
          <Button variant="quiet" onClick={onClose}>
            {actions.cancel}
          </Button>
          <Button variant="primary" busy={save.busy} onClick={() => void send()}>
            {texts.page.save}
          </Button>
        </>
      }
    >
      <RadioCards
        label={texts.page.preference}
        hideLabel
        value={wish.preference}
        onChange={(preference) => setWish({ ...wish, preference })}
        options={PREFERENCES.map((value) => ({
          value,
          label: texts.preferences[value],
          help: texts.page.preferenceHelp[value],
        }))}
      />
      {wish.preference === "NOT_NOW" && (
        <DateField
          label={texts.page.until}
          value={wish.until ?? ""}
          onChange={(until) => setWish({ ...wish, until: until || null })}
          min={addDays(format.today(), 1)}
          problem={save.problemAt("until")}
        />
      )}
      <SaveProblems action={save} shown={["until"]} />
    </Dialog>
  );
}
