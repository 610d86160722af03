import { brandDeclarations, brandTheme, OWN_COLOUR } from "@varde/domain";
import { useEffect, useId, useState } from "react";
import { SetMainColourDocument } from "../../../../../graphql/generated/graphql";
import { useSession } from "../../../app/session";
import { useAction } from "../../../app/useAction";
import { useAllTexts } from "../../../texts";
import { Button, TextField } from "../../../ui";
import { useWritten, type SettingProps } from "./setting";
import { SettingCard } from "./SettingCard";

const WHOLE = /^#[0-9a-f]{6}$/;
const asColour = (text: string): string | null => {
  const colour = text.trim().toLowerCase();
  return WHOLE.test(colour) ? colour : null;
};

/** One colour in; the rest is computed for light and dark, so that all of it can be read. */
export function ColourCard({ settings, onChanged }: SettingProps) {
  const texts = useAllTexts().federation.colour;
  const { refresh } = useSession();
  const set = useAction(SetMainColourDocument);
  const stored = settings.mainColour ?? null;
  const { form, change, saved, settle, forget } = useWritten<{ colour: string }>({ colour: stored ?? OWN_COLOUR });
  const picker = useId();
  const shown = asColour(form.colour);
  const save = async (colour: string | null) => {
    const done = await set.run({ rev: settings.rev, colour });
    settle(done !== null);
    onChanged();
    if (done) await refresh();
  };
  const darker = shown !== null && brandTheme(shown)["action"]?.[0] !== shown;
  return (
    <SettingCard
      id="farge"
      title={texts.title}
      lead={texts.lead}
      standard={texts.standard}
      setting="COLOUR_CHANGED"
      settings={settings}
      action={set}
      paths={["colour"]}
      now={stored ?? texts.own}
      mine={form.colour}
      saved={saved}
      onForget={forget}
      onSave={() => void save(form.colour)}
      beside={
        stored !== null && (
          <Button variant="quiet" busy={set.busy} onClick={() => void save(null)}>
            {texts.reset}
          </Button>
        )
      }
    >
      <div className="v-colour">
        <TextField
          label={texts.label}
          help={texts.help}
          size={9}
          maxLength={9}
          spellCheck={false}
          autoComplete="off"
          value={form.colour}
          onChange={(colour) => change({ colour })}
          problem={set.problemAt("colour")}
        />
        <div className="v-colour__pick">
          <label htmlFor={picker}>{texts.pick}</label>
          <input
            id={picker}
            type="color"
            value={shown ?? OWN_COLOUR}
            onChange={(event) => change({ colour: event.target.value })}
          />
        </div>
      </div>
      {shown && <Preview colour={shown} />}
      {darker && <p className="v-setting__standard">{texts.darker}</p>}
    </SettingCard>
  );
}

/** How it will look, in light and dark beside each other, before anything is saved. A picture: nothing in it can be pressed. */
function Preview({ colour }: { colour: string }) {
  const texts = useAllTexts().federation.colour;
  const [sheet] = useState(() => new CSSStyleSheet());
  useEffect(() => {
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
    };
  }, [sheet]);
  useEffect(() => sheet.replaceSync(`.v-colour__preview { ${brandDeclarations(colour)} }`), [sheet, colour]);
  return (
    <div className="v-colour__previews">
      {(["light", "dark"] as const).map((scheme) => (
        <figure key={scheme} className="v-colour__figure">
          <figcaption>{texts[scheme]}</figcaption>
          <div className={`v-colour__preview v-colour__preview--${scheme}`}>
            <div className="v-colour__card">
              <p className="v-colour__name">{texts.sampleTitle}</p>
              <p className="v-colour__quiet">{texts.sampleText}</p>
              <p>
                <span className="v-colour__link">{texts.sampleLink}</span>
              </p>
              <span className="v-colour__button">{texts.sampleButton}</span>
            </div>
          </div>
        </figure>
      ))}
    </div>
  );
}
