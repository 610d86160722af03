import { useState } from "react";
import { readFragment, type FragmentType } from "../../../../graphql/generated";
import { ChapterEditor_ChapterFragmentDoc, UpdateChapterDocument } from "../../../../graphql/generated/graphql";
import { useAction } from "../../app/useAction";
import { useTexts } from "../../texts";
import { Alert, Button, Card, Form, FormActions } from "../../ui";
import { CHAPTER_FIELDS, ChapterFields, type ChapterForm } from "./ChapterFields";
import { Failed } from "./Failed";

/** A chapter's names and place, changed by national. */
export function ChapterEditor({
  chapter: masked,
  onChanged,
}: {
  chapter: FragmentType<typeof ChapterEditor_ChapterFragmentDoc>;
  onChanged: () => void;
}) {
  const chapter = readFragment(ChapterEditor_ChapterFragmentDoc, masked);
  const { organization, ui } = useTexts();
  const texts = organization.chapter;
  const update = useAction(UpdateChapterDocument);
  const [form, setForm] = useState<ChapterForm>({
    name: chapter.name,
    shortName: chapter.shortName,
    county: chapter.county,
    municipalities: [...chapter.municipalities],
  });
  const [saved, setSaved] = useState(false);
  const send = async () => {
    const done = await update.run({ id: chapter.id, rev: chapter.rev, ...form });
    setSaved(done !== null);
    onChanged();
  };
  return (
    <Card title={texts.names}>
      <Form onSubmit={() => void send()} problems={update.otherProblems(CHAPTER_FIELDS)}>
        <ChapterFields
          direct={chapter.directMembers}
          value={form}
          problemAt={update.problemAt}
          onChange={(value) => {
            setSaved(false);
            setForm(value);
          }}
        />
        <Failed error={update.error} />
        {saved && (
          <Alert tone="success" live>
            {texts.changed}
          </Alert>
        )}
        <FormActions>
          <Button variant="secondary" type="submit" busy={update.busy}>
            {ui.actions.save}
          </Button>
        </FormActions>
      </Form>
    </Card>
  );
}
