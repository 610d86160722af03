import { useState } from "react";
import { AddCoreIdeaDocument, RemoveCoreIdeaDocument } from "../../../../graphql/generated/graphql";
import { newId } from "../../app/ids";
import { useAction } from "../../app/useAction";
import { localized, useAllTexts, useLanguage } from "../../texts";
import { Button, Disclosure, ErrorState, Form, FormActions, TextField } from "../../ui";
import type { Candidates } from "./words";

/** Ideas come in as words, and can be taken away again. */
export function IdeaForm({ year, candidates }: Pick<Candidates, "year" | "candidates">) {
  const texts = useAllTexts().coreChoice;
  const { language } = useLanguage();
  const [text, setText] = useState("");
  const add = useAction(AddCoreIdeaDocument);
  const remove = useAction(RemoveCoreIdeaDocument);
  const send = async (): Promise<void> => {
    if (await add.run({ id: newId(), year, text })) setText("");
  };
  const ideas = candidates.filter(({ idea }) => idea);
  const error = add.error ?? remove.error;
  return (
    <Disclosure summary={texts.addIdea}>
      <Form onSubmit={() => void send()} problems={add.otherProblems(["text"])}>
        <TextField
          label={texts.ideaText}
          help={texts.ideaHelp}
          value={text}
          maxLength={80}
          onChange={setText}
          problem={add.problemAt("text")}
        />
        <FormActions>
          <Button type="submit" busy={add.busy}>
            {texts.ideaSave}
          </Button>
          {ideas.map(({ id, name }) => (
            <Button key={id} variant="quiet" busy={remove.busy} onClick={() => void remove.run({ id, year })}>
              {texts.ideaRemove(localized(name, language))}
            </Button>
          ))}
        </FormActions>
        {error && <ErrorState {...error} />}
      </Form>
    </Disclosure>
  );
}
