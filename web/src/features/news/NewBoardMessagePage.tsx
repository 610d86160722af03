import { useState } from "react";
import { Link, useNavigate } from "react-router";
import { SendBoardMessageDocument, type NewBoardMessageQuery } from "../../../../graphql/generated/graphql";
import { useNewBoardMessageQuery } from "../../../../graphql/generated/hooks";
import { errorOf } from "../../app/errors";
import { newId } from "../../app/ids";
import { useAction } from "../../app/useAction";
import { localized, useLanguage, useTexts } from "../../texts";
import { Button, Card, ErrorState, Form, FormActions, Page, Select, Skeleton, TextArea, TextField } from "../../ui";
import { AudienceField, audienceInput, type Audience } from "./AudienceField";
import { SendDialog } from "./SendDialog";
import "./news.css";

const NO_TEMPLATE = "none";
const FIELDS = ["title", "body", "to", "templateId"];

/** A message to boards: written, looked over, sent. */
export function Component() {
  const texts = useTexts().news.form;
  const [{ data, error, fetching }, retry] = useNewBoardMessageQuery();
  const failure = errorOf(error);
  return (
    <Page narrow title={texts.title} lead={texts.lead} crumb={<Link to="/beskjeder">{texts.crumb}</Link>}>
      {failure && !data && (
        <ErrorState code={failure.code} requestId={failure.requestId} busy={fetching} onRetry={() => retry()} />
      )}
      {!failure && !data && <Skeleton of="cards" count={2} />}
      {data && <MessageForm data={data} />}
    </Page>
  );
}

function MessageForm({ data }: { data: NewBoardMessageQuery }) {
  const texts = useTexts().news.form;
  const { language } = useLanguage();
  const navigate = useNavigate();
  const send = useAction(SendBoardMessageDocument);
  const [id] = useState(newId);
  const [title, setTitle] = useState("");
  const [body, setBody] = useState("");
  const [templateId, setTemplateId] = useState(NO_TEMPLATE);
  const [audience, setAudience] = useState<Audience>({ to: "all", regionIds: [], chapterIds: [] });
  const [review, setReview] = useState(false);
  const to = audienceInput(audience);
  const chosen = to.all || to.regionIds.length + to.chapterIds.length > 0;
  const [asked, setAsked] = useState(false);
  const act = async () => {
    const done = await send.run({
      id,
      title,
      body,
      templateId: templateId === NO_TEMPLATE ? null : templateId,
      to,
    });
    if (done) void navigate("/beskjeder");
    // what is to mend stands at its field
    else setReview(false);
  };
  const templates = data.templates.nodes.filter(({ published }) => published !== null);
  return (
    <Card>
      <Form
        onSubmit={() => {
          setAsked(true);
          if (chosen) setReview(true);
        }}
        problems={send.otherProblems(FIELDS)}
      >
        <TextField
          label={texts.heading}
          value={title}
          maxLength={80}
          required
          onChange={setTitle}
          problem={send.problemAt("title")}
        />
        <TextArea
          label={texts.body}
          help={texts.bodyHelp}
          rows={7}
          maxLength={1000}
          value={body}
          onChange={setBody}
          problem={send.problemAt("body")}
        />
        {templates.length > 0 && (
          <Select
            label={texts.template}
            value={templateId}
            onChange={setTemplateId}
            problem={send.problemAt("templateId")}
            options={[
              { value: NO_TEMPLATE, label: texts.noTemplate },
              ...templates.map((template) => ({ value: template.id, label: localized(template.name, language) })),
            ]}
          />
        )}
        <AudienceField
          data={data}
          value={audience}
          onChange={setAudience}
          problem={send.problemAt("to") ?? (asked && !chosen ? texts.chooseFirst : undefined)}
        />
        <FormActions>
          <Button variant="primary" type="submit">
            {texts.review}
          </Button>
        </FormActions>
      </Form>
      {review && (
        <SendDialog
          to={to}
          title={title}
          body={body}
          busy={send.busy}
          error={send.error}
          onClose={() => setReview(false)}
          onSend={() => void act()}
        />
      )}
    </Card>
  );
}
