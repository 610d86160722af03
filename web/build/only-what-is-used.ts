/**
 * Importing one of Designsystemet's React components would take all of them along, and with them its web components:
 * 63 kB, polyfills that change the browser's own prototypes, and an `innerHTML` that Trusted Types refuse. The domain
 * and our kit have one door too. What a page does not use is left out of what it loads.
 */
export const onlyWhatIsUsed = [
  { test: /@digdir[\\/]designsystemet-react/, sideEffects: false },
  { test: /packages[\\/]domain[\\/]/, sideEffects: false },
  { test: /web[\\/]src[\\/]ui[\\/][^\\/]+\.tsx?$/, sideEffects: false },
];
