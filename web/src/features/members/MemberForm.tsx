import { useState } from "react";
import type { MemberFactsInput } from "../../../../graphql/generated/graphql";
import { useMembershipTypesQuery } from "../../../../graphql/generated/hooks";
import { useFormat } from "../../app/format";
import type { useAction } from "../../app/useAction";
import { useTexts } from "../../texts";
import { Alert, Button, Card, Checkbox, DateField, Dock, FieldRow, Form, Select, TextField } from "../../ui";
import { factsOf, maybeYoung, problemPaths, type MemberDraft } from "./member-draft";

type Props = {
  start: MemberDraft;
  /** the age from which one joins alone */
  selfJoinAge: number;
  action: Pick<ReturnType<typeof useAction>, "busy" | "error" | "problemAt" | "otherProblems">;
  save: string;
  backTo: string;
  onSave: (facts: MemberFactsInput) => void;
};

/** The one form of a member. What is asked for is what the register needs, and a guardian only where one is needed. */
export function MemberForm({ start, selfJoinAge, action, save, backTo, onSave }: Props) {
  const texts = useTexts().members.form;
  const { errors } = useTexts().app;
  const format = useFormat();
  const [draft, setDraft] = useState(start);
  const [tried, setTried] = useState(false);
  const [{ data }] = useMembershipTypesQuery();
  const types = data?.membershipTypes ?? [];
  const set = (part: Partial<MemberDraft>): void => setDraft({ ...draft, ...part });
  const at = (name: string): string | undefined => action.problemAt(`member.${name}`);
  const guardianShown =
    maybeYoung(draft, selfJoinAge, format.today()) || draft.guardian.name !== "" || at("guardian") !== undefined;
  const missing = tried && draft.firstName.trim() === "" ? texts.required : undefined;

  function send(): void {
    setTried(true);
    if (draft.firstName.trim() !== "" && draft.joinedOn !== "") onSave(factsOf(draft));
  }

  return (
    <Form onSubmit={send} problems={action.otherProblems(problemPaths)}>
      <p>{texts.lead}</p>
      <Card title={texts.name}>
        <FieldRow>
          <TextField
            label={texts.firstName}
            autoComplete="off"
            maxLength={80}
            value={draft.firstName}
            onChange={(firstName) => set({ firstName })}
            problem={missing ?? at("firstName")}
          />
          <TextField
            label={texts.lastName}
            optional
            autoComplete="off"
            maxLength={80}
            value={draft.lastName}
            onChange={(lastName) => set({ lastName })}
            problem={at("lastName")}
          />
        </FieldRow>
        {draft.yearOnly ? (
          <TextField
            label={texts.birthYear}
            inputMode="numeric"
            autoComplete="off"
            maxLength={4}
            value={draft.birthYear}
            onChange={(birthYear) => set({ birthYear: birthYear.replace(/\D/g, "") })}
            problem={at("birthYear") ?? at("birthDate")}
          />
        ) : (
          <DateField
            label={texts.birthDate}
            value={draft.birthDate}
            onChange={(birthDate) => set({ birthDate })}
            min="1900-01-01"
            max={format.today()}
            problem={at("birthDate") ?? at("birthYear")}
          />
        )}
        <Checkbox label={texts.yearOnly} checked={draft.yearOnly} onChange={(yearOnly) => set({ yearOnly })} />
      </Card>
      {guardianShown && (
        <Card title={texts.guardian} lead={texts.guardianLead(format.number(selfJoinAge))}>
          {at("guardian") && <Alert tone="warn" live title={at("guardian")} />}
          <TextField
            label={texts.guardianName}
            autoComplete="off"
            maxLength={120}
            value={draft.guardian.name}
            onChange={(name) => set({ guardian: { ...draft.guardian, name } })}
            problem={at("guardian.name")}
          />
          <FieldRow>
            <TextField
              label={texts.guardianMobile}
              optional
              type="tel"
              autoComplete="off"
              value={draft.guardian.mobile}
              onChange={(mobile) => set({ guardian: { ...draft.guardian, mobile } })}
              problem={at("guardian.mobile")}
            />
            <TextField
              label={texts.guardianEmail}
              optional
              type="email"
              autoComplete="off"
              value={draft.guardian.email}
              onChange={(email) => set({ guardian: { ...draft.guardian, email } })}
              problem={at("guardian.email")}
            />
          </FieldRow>
        </Card>
      )}
      <Card title={texts.contact}>
        <TextField
          label={texts.mobile}
          optional
          type="tel"
          autoComplete="off"
          value={draft.mobile}
          onChange={(mobile) => set({ mobile })}
          problem={at("mobile")}
        />
        <TextField
          label={texts.email}
          optional
          type="email"
          autoComplete="off"
          value={draft.email}
          onChange={(email) => set({ email })}
          problem={at("email")}
        />
        <TextField
          label={texts.postcode}
          optional
          inputMode="numeric"
          autoComplete="off"
          maxLength={4}
          value={draft.postcode}
          onChange={(postcode) => set({ postcode })}
          problem={at("postcode")}
        />
      </Card>
      <Card title={texts.membership}>
        <FieldRow>
          <DateField
            label={texts.joinedOn}
            value={draft.joinedOn}
            onChange={(joinedOn) => set({ joinedOn })}
            max={format.today()}
            problem={tried && draft.joinedOn === "" ? texts.required : at("joinedOn")}
          />
          <DateField
            label={texts.joinedChapterOn}
            help={texts.joinedChapterHelp}
            optional
            value={draft.joinedChapterOn}
            onChange={(joinedChapterOn) => set({ joinedChapterOn })}
            max={format.today()}
            problem={at("joinedChapterOn")}
          />
        </FieldRow>
        <TextField
          label={texts.memberNo}
          optional
          autoComplete="off"
          maxLength={40}
          value={draft.memberNo}
          onChange={(memberNo) => set({ memberNo })}
          problem={at("memberNo")}
        />
        {types.length > 0 && (
          <Select
            label={texts.type}
            optional
            value={draft.membershipTypeId}
            onChange={(membershipTypeId) => set({ membershipTypeId })}
            options={[{ value: "", label: texts.noType }, ...types.map(({ id, name }) => ({ value: id, label: name }))]}
          />
        )}
      </Card>
      {action.error && (
        <Alert tone="warn" live title={errors[action.error.code].title}>
          {errors[action.error.code].body}
        </Alert>
      )}
      <Dock
        backTo={backTo}
        action={
          <Button variant="primary" type="submit" busy={action.busy}>
            {save}
          </Button>
        }
      />
    </Form>
  );
}
