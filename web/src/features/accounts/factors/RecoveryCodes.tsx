import { useAllTexts } from "../../../texts";
import { Button, Card, CopyButton, Page } from "../../../ui";
import { PrinterSmallIcon } from "../../../ui/icons";
import "./factors.css";

/** The codes, this once: to print or copy. Nothing else leads on than saying that they are kept. */
export function RecoveryCodes({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) {
  const texts = useAllTexts().factors.codes;
  return (
    <Page narrow title={texts.title} lead={texts.lead}>
      <Card>
        <ul className="a-codes" aria-label={texts.label}>
          {codes.map((code) => (
            <li key={code}>
              <code>{code}</code>
            </li>
          ))}
        </ul>
        <p>{texts.where}</p>
        <div className="a-codes__actions">
          <Button variant="secondary" icon={PrinterSmallIcon} onClick={() => globalThis.print()}>
            {texts.print}
          </Button>
          <CopyButton text={codes.join("\n")} label={texts.copy} />
        </div>
        <Button variant="primary" wide onClick={onKept}>
          {texts.done}
        </Button>
      </Card>
    </Page>
  );
}
