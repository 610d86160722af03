import { addDays } from "@varde/domain";
import { useState } from "react";
import { InviteSeatDocument, type Role } from "../../../../graphql/generated/graphql";
import { useFormat } from "../../app/format";
import { newId } from "../../app/ids";
import { useAction } from "../../app/useAction";
import { useTexts } from "../../texts";
import { Button, Chips, DateField, Dialog, Form, FormActions, TextField } from "../../ui";
import { PersonPlusIcon } from "../../ui/icons";
import { Failed } from "./Failed";

type Unit = { chapterId: string } | { regionId: string } | { unitKind: "ORGANIZATION" };

/** Invites one person to a seat in a unit. */
export function InviteDialog({
  of,
  unitName,
  roles,
  onClose,
  onDone,
}: {
  of: Unit;
  unitName: string;
  roles: readonly Role[];
  onClose: () => void;
  onDone: (message: string) => void;
}) {
  const { organization, app, ui } = useTexts();
  const texts = organization.board;
  const today = useFormat().today();
  const invite = useAction(InviteSeatDocument);
  const [id] = useState(newId);
  const [name, setName] = useState("");
  const [email, setEmail] = useState("");
  const [role, setRole] = useState<Role>(roles.at(-1) ?? "CHAPTER_BOARD");
  const [lastDay, setLastDay] = useState("");
  const inChapter = "chapterId" in of;
  const send = async () => {
    const done = await invite.run({
      id,
      role,
      chapterId: inChapter ? of.chapterId : null,
      regionId: "regionId" in of ? of.regionId : null,
      holderName: name,
      email,
      validTo: lastDay === "" ? null : addDays(lastDay, 1),
    });
    if (!done) return;
    const awaiting = done.inviteSeat.seat?.status === "AWAITING_APPROVAL";
    onDone(awaiting ? texts.awaiting(name.trim()) : texts.sent(name.trim()));
  };
  const problemAt = (path: string) => invite.problemAt(path);
  return (
    <Dialog open keep onClose={onClose} title={texts.inviteTitle(unitName)} icon={PersonPlusIcon} actions={<></>}>
      <p>{texts.inviteBody}</p>
      <Form onSubmit={() => void send()} problems={invite.otherProblems(["holderName", "email", "role", "validTo"])}>
        <TextField
          label={texts.holderName}
          value={name}
          onChange={setName}
          maxLength={120}
          autoComplete="off"
          problem={problemAt("holderName")}
        />
        <TextField
          label={texts.email}
          type="email"
          value={email}
          onChange={setEmail}
          maxLength={254}
          autoComplete="off"
          problem={problemAt("email")}
        />
        {roles.length > 1 && (
          <Chips
            label={texts.role}
            value={role}
            onChange={setRole}
            options={roles.map((value) => ({ value, label: app.seat.roles[value] }))}
          />
        )}
        <DateField
          label={texts.validTo}
          help={inChapter ? texts.validToHelp : texts.validToHelpOther}
          optional
          value={lastDay}
          min={today}
          onChange={setLastDay}
          problem={problemAt("validTo")}
        />
        <Failed error={invite.error} />
        <FormActions>
          <Button onClick={onClose}>{ui.actions.cancel}</Button>
          <Button variant="primary" type="submit" busy={invite.busy}>
            {texts.send}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  );
}
