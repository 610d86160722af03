import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { bootAsFiles } from "./build/boot.ts";
import { chunks, kitFirst } from "./build/chunks.ts";
import { compressed } from "./build/compressed.ts";
import { iconsAsFiles } from "./build/designsystemet.ts";
import { documentsByHash } from "./build/documents.ts";
import { memberForm } from "./build/member-form.ts";
import { onlyWhatIsUsed } from "./build/only-what-is-used.ts";
import { serviceWorker } from "./build/service-worker.ts";

const server = process.env["VARDE_API"] ?? "http://localhost:4000";

// The content security policy of production forbids inline scripts, inline styles and data: images,
// hence no inlined assets and no module-preload polyfill.
export default defineConfig({
  plugins: [
    documentsByHash(),
    react(),
    kitFirst(),
    iconsAsFiles(),
    bootAsFiles(),
    memberForm(),
    serviceWorker(),
    compressed(),
  ],
  resolve: { dedupe: ["graphql", "react", "react-dom"] },
  build: {
    outDir: "dist",
    manifest: true,
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: ["chrome111", "firefox115", "safari16.4"],
    sourcemap: false,
    rolldownOptions: {
      treeshake: { moduleSideEffects: onlyWhatIsUsed },
      output: { codeSplitting: { groups: chunks } },
    },
  },
  server: {
    proxy: {
      "/graphql": server,
      "/import": server,
      "/export": server,
      "/plan-table": server,
      "/live": server,
      "/session": server,
      "/files": server,
    },
  },
});
