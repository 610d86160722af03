export type { Catalogue } from "./nb";
export type { AllTexts } from "./language";
export { initialLanguage, isLanguage, loadCatalogue, loadMore } from "./language";
export { localized } from "./localized";
export { InLanguage, LevelTermProvider, TextsProvider, useLanguage, useAllTexts, useTexts } from "./TextsProvider";
