import type { ReactNode } from "react";
import type { Failure } from "../../../app/errors";
import type { Problem } from "../../../app/useAction";
import { useAllTexts } from "../../../texts";
import { Alert, Button, Card, Form, FormActions } from "../../../ui";
import { Failed } from "../Failed";
import { LastChange } from "./LastChange";
import type { FederationData, SettingName } from "./setting";

type SettingCardProps = {
  /** Its address on the page. */
  id: string;
  title: string;
  /** What it means, in a sentence. */
  lead: string;
  /** What it is when nobody chose. */
  standard: string;
  setting: SettingName;
  settings: FederationData;
  action: {
    busy: boolean;
    error: Failure | null;
    problems: readonly Problem[];
    otherProblems: (paths?: readonly string[]) => string[];
    reset: () => void;
  };
  /** The fields that say their own problems. */
  paths: readonly string[];
  /** What stands and what is written here, in words: both are shown when somebody else changed it meanwhile. */
  now: string;
  mine: string;
  saved: boolean;
  onForget: () => void;
  onSave: () => void;
  /** Beside the button that saves. */
  beside?: ReactNode;
  children: ReactNode;
};

/** One setting: what it means, what it is from the start, who changed it last, and a form of its own. */
export function SettingCard(props: SettingCardProps) {
  const { id, title, lead, standard, setting, settings, action, paths, now, mine, saved, children } = props;
  const { federation: texts, settings: common, ui } = useAllTexts();
  const conflict = action.problems.some(({ code }) => code === "CONFLICT");
  const keep = () => {
    action.reset();
    props.onForget();
  };
  return (
    <div id={id} className="v-setting">
      <Card title={title} lead={lead}>
        <Form onSubmit={props.onSave} problems={conflict ? [] : action.otherProblems(paths)}>
          {children}
          <p className="v-setting__standard">{standard}</p>
          <Failed error={action.error} />
          {conflict && (
            <Alert
              tone="warn"
              live
              title={texts.conflict.title}
              action={<Button onClick={keep}>{texts.conflict.keep}</Button>}
            >
              <span className="v-setting__both">{texts.conflict.now(now)}</span>
              <span className="v-setting__both">{texts.conflict.mine(mine)}</span>
              {texts.conflict.again}
            </Alert>
          )}
          {saved && (
            <Alert tone="success" live>
              {common.saved}
            </Alert>
          )}
          <FormActions>
            <Button variant="secondary" type="submit" busy={action.busy}>
              {ui.actions.save}
            </Button>
            {props.beside}
          </FormActions>
        </Form>
        <LastChange of={setting} changes={settings.changes} />
      </Card>
    </div>
  );
}
