// Runs before the first paint, so that a page never flashes in the wrong colours or language, and before the app is
// there, so that what the app will ask for first is already on its way. The keys are those of src/app/scheme.ts and
// src/texts/language.ts. Storage may be forbidden; the defaults then stand. Nothing newer than the oldest browser's
// JavaScript: the app's own file says what a browser must know.
(function () {
  // the build writes here what it alone knows (web/build/boot.ts); without it the app asks by itself
  var built = null;
  var languages = ["nb", "nn", "en"];
  var root = document.documentElement;

  function stored(key) {
    try {
      return localStorage.getItem(key);
    } catch (error) {
      if (!(error instanceof DOMException)) throw error;
      return null;
    }
  }

  function wanted() {
    for (var i = 0; i < navigator.languages.length; i++) {
      var base = navigator.languages[i].slice(0, 2).toLowerCase();
      if (base === "no") return "nb";
      if (languages.indexOf(base) >= 0) return base;
    }
    return "nb";
  }

  var scheme = stored("varde.scheme");
  if (scheme === "light" || scheme === "dark") root.setAttribute("data-color-scheme", scheme);
  var chosen = stored("varde.language");
  var language = languages.indexOf(chosen) >= 0 ? chosen : wanted();
  root.lang = language;
  if (!built) return;

  var texts = document.createElement("link");
  texts.rel = "modulepreload";
  texts.crossOrigin = "anonymous";
  texts.href = built.texts[language];
  document.head.appendChild(texts);

  // those pages ask for nobody, and what they do changes who is signed in
  if (built.publicPages.indexOf(location.pathname.split("/")[1]) >= 0) return;
  var answer = fetch("/graphql", {
    method: "POST",
    credentials: "same-origin",
    headers: { "content-type": "application/json", "accept-language": language },
    body: JSON.stringify({
      operationName: "Viewer",
      variables: {},
      extensions: { persistedQuery: { version: 1, sha256Hash: built.viewer } },
    }),
  });
  // whoever takes it hears of the failure; nobody may
  answer.catch(function () {});
  window.vardeAsked = { hash: built.viewer, answer: answer };
})();
