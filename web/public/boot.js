// Runs before the first paint, so that a page never flashes in the wrong colours or language. The keys are those of
// src/app/scheme.ts and src/texts/language.ts. Storage may be forbidden; the defaults then stand.
(function () {
  try {
    var scheme = localStorage.getItem("varde.scheme");
    if (scheme === "light" || scheme === "dark") document.documentElement.setAttribute("data-color-scheme", scheme);
    var language = localStorage.getItem("varde.language");
    if (language === "nb" || language === "nn" || language === "en") document.documentElement.lang = language;
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
})();
