import { softPasskey } from "../../server/src/testkit/passkey.js";
import type { BrowserContext } from "../../server/src/testkit/browser.js";

type Asked = { publicKey: { challenge: BufferSource; user?: { id: BufferSource } } };
type Answer = { id: string; rawId: string; type: string; response: Record<string, string | string[]> };

/**
 * Gives a phone a chain of keys that opens when it is asked. The browser of the tests has no place for passkeys of its own (its
 * virtual authenticators make none that are found without a name), so what the page asks of the browser is answered by one in
 * software, which makes and signs what a phone's would.
 */
export async function withPhoneKeys(visitor: BrowserContext, origin: string): Promise<void> {
  const key = softPasskey();
  await visitor.exposeFunction("phoneMakes", (options: string) => key.make(options, { origin }));
  await visitor.exposeFunction("phoneAnswers", (options: string) => key.use(options, { origin }));
  await visitor.addInitScript(() => {
    const phone = globalThis as unknown as Record<"phoneMakes" | "phoneAnswers", (options: string) => Promise<string>>;
    const text = (bytes: BufferSource): string =>
      btoa(String.fromCodePoint(...new Uint8Array(bytes instanceof ArrayBuffer ? bytes : bytes.buffer)))
        .replaceAll("+", "-")
        .replaceAll("/", "_")
        .replaceAll("=", "");
    const bytes = (said: string): ArrayBuffer =>
      Uint8Array.from(atob(said.replaceAll("-", "+").replaceAll("_", "/")), (sign) => sign.codePointAt(0)!).buffer;
    const asCredential = ({ id, rawId, type, response }: Answer) => ({
      id,
      rawId: bytes(rawId),
      type,
      authenticatorAttachment: "platform",
      getClientExtensionResults: () => ({}),
      response: {
        ...Object.fromEntries(
          Object.entries(response).flatMap(([name, said]) => (typeof said === "string" ? [[name, bytes(said)]] : [])),
        ),
        getTransports: () => ["internal"],
      },
    });
    Object.defineProperty(navigator, "credentials", {
      value: {
        create: async ({ publicKey }: Asked) =>
          asCredential(
            JSON.parse(
              await phone.phoneMakes(
                JSON.stringify({ challenge: text(publicKey.challenge), user: { id: text(publicKey.user!.id) } }),
              ),
            ) as Answer,
          ),
        get: async ({ publicKey }: Asked) =>
          asCredential(
            JSON.parse(await phone.phoneAnswers(JSON.stringify({ challenge: text(publicKey.challenge) }))) as Answer,
          ),
      },
    });
  });
}
