export type { Catalogue } from "./nb";
export { initialLanguage, isLanguage, loadCatalogue } from "./language";
export { localized } from "./localized";
export { InLanguage, TextsProvider, useLanguage, useTexts } from "./TextsProvider";
