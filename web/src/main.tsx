import "./ui/theme/base.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { RouterProvider } from "react-router/dom";
import { listenForInstall } from "./app/offline/install";
import { registerWorker } from "./app/offline/register-worker";
import { createRouter } from "./app/router";
import { initialLanguage, loadCatalogue, TextsProvider } from "./texts";

const language = initialLanguage();
const catalogue = await loadCatalogue(language);
const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root");

createRoot(root).render(
  <StrictMode>
    <TextsProvider initial={{ language, catalogue }}>
      <RouterProvider router={createRouter()} />
    </TextsProvider>
  </StrictMode>,
);

registerWorker();
listenForInstall();
