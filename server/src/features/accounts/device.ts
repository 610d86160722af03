export const DEVICE_BROWSERS = ["CHROME", "EDGE", "FIREFOX", "OPERA", "SAFARI", "SAMSUNG", "OTHER"] as const;
export const DEVICE_SYSTEMS = ["ANDROID", "CHROMEBOOK", "IPAD", "IPHONE", "LINUX", "MAC", "WINDOWS", "OTHER"] as const;
export type DeviceBrowser = (typeof DEVICE_BROWSERS)[number];
export type DeviceSystem = (typeof DEVICE_SYSTEMS)[number];
export type Device = { browser: DeviceBrowser; system: DeviceSystem };

// most browsers also say they are those they came from: the narrower names first
const BROWSERS: readonly [RegExp, DeviceBrowser][] = [
  [/\b(Edg|EdgA|EdgiOS)\//, "EDGE"],
  [/\bSamsungBrowser\//, "SAMSUNG"],
  [/\b(OPR|OPiOS)\//, "OPERA"],
  [/\b(Firefox|FxiOS)\//, "FIREFOX"],
  [/\b(Chrome|CriOS|Chromium|HeadlessChrome)\//, "CHROME"],
  [/\bSafari\//, "SAFARI"],
];
const SYSTEMS: readonly [RegExp, DeviceSystem][] = [
  [/\biPhone\b|\biPod\b/, "IPHONE"],
  [/\biPad\b/, "IPAD"],
  [/\bAndroid\b/, "ANDROID"],
  [/\bCrOS\b/, "CHROMEBOOK"],
  [/\bWindows\b/, "WINDOWS"],
  [/\bMac OS X\b|\bMacintosh\b/, "MAC"],
  [/\bLinux\b|\bX11\b/, "LINUX"],
];

/** Browser and system by what a browser calls itself, as it is stored: `CHROME/ANDROID`. No version, no model. */
export function deviceOf(userAgent: string): string {
  // a name that goes on for ever is nobody's
  const text = userAgent.slice(0, 400);
  const of = <T>(known: readonly [RegExp, T][]): T | "OTHER" =>
    known.find(([pattern]) => pattern.test(text))?.[1] ?? "OTHER";
  return `${of(BROWSERS)}/${of(SYSTEMS)}`;
}

/** What was stored, read again; other words, or nothing, are a device we do not know. */
export function readDevice(stored: string | null): Device {
  const [browser, system] = (stored ?? "").split("/");
  return {
    browser: DEVICE_BROWSERS.find((known) => known === browser) ?? "OTHER",
    system: DEVICE_SYSTEMS.find((known) => known === system) ?? "OTHER",
  };
}
