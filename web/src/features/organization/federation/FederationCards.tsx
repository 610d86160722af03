import { AgesCard } from "./AgesCard";
import { ColourCard } from "./ColourCard";
import { CoreLimitCard } from "./CoreLimitCard";
import { CoreSetSizeCard } from "./CoreSetSizeCard";
import { LanguagesCard } from "./LanguagesCard";
import { LevelTermCard } from "./LevelTermCard";
import { RetentionCard } from "./RetentionCard";
import { SecondFactorCard } from "./SecondFactorCard";
import { ReadingLimitCard } from "./ReadingLimitCard";
import type { SettingProps } from "./setting";
import { SmallNumbersCard } from "./SmallNumbersCard";
import "./federation.css";

/** What an organization decides for itself, a card each. */
export function FederationCards(props: SettingProps) {
  return (
    <>
      <LevelTermCard {...props} />
      <AgesCard {...props} />
      <SmallNumbersCard {...props} />
      <CoreSetSizeCard {...props} />
      <CoreLimitCard {...props} />
      <LanguagesCard {...props} />
      <ColourCard {...props} />
      <RetentionCard {...props} />
      <SecondFactorCard {...props} />
      <ReadingLimitCard {...props} />
    </>
  );
}
