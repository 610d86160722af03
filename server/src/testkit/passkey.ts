import { createHash, generateKeyPairSync, randomBytes, sign } from "node:crypto";
import { isoCBOR } from "@simplewebauthn/server/helpers";

/** What a passkey may be made to do otherwise than a good one does. */
export type PasskeyWays = {
  origin?: string;
  rpID?: string;
  verified?: boolean;
  /** the counter it says it has reached */
  count?: number;
  userHandle?: string;
  type?: string;
  challenge?: string;
};

/** A passkey of somebody's in software: makes itself, and answers, as a browser would hand it over. */
export type Passkey = {
  id: string;
  /** what `addPasskey` takes, for options of `beginPasskey` */
  make(options: string, ways?: PasskeyWays): string;
  /** what `signInWithPasskey` and `giveSecondFactor` take, for options of `askForPasskey` */
  use(options: string, ways?: PasskeyWays): string;
};

const sha256 = (bytes: string | Buffer): Buffer => createHash("sha256").update(bytes).digest();
const USER_PRESENT = 1;
const USER_VERIFIED = 4;
const BACKUP_ELIGIBLE = 8;
const BACKED_UP = 16;
const ATTESTED = 64;

/** `synced`: it is in a chain of keys that follows its owner. `counts`: it says how often it has signed. */
export function softPasskey({ synced = true, counts = false } = {}): Passkey {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const { x, y } = publicKey.export({ format: "jwk" });
  const coordinate = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(Buffer.from(text, "base64url"));
  const cose = isoCBOR.encode(
    new Map<number, number | Uint8Array<ArrayBuffer>>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, coordinate(x!)],
      [-3, coordinate(y!)],
    ]),
  );
  const id = randomBytes(32);
  let count = 0;
  let owner = "";

  function facts({ rpID = "localhost", verified = true, count: said }: PasskeyWays, attested: Buffer): Buffer {
    if (counts) count += 1;
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(said ?? count);
    const flags =
      USER_PRESENT +
      (verified ? USER_VERIFIED : 0) +
      (synced ? BACKUP_ELIGIBLE + BACKED_UP : 0) +
      (attested.length > 0 ? ATTESTED : 0);
    return Buffer.concat([sha256(rpID), Buffer.from([flags]), counter, attested]);
  }
  const client = (asked: { challenge: string }, type: string, ways: PasskeyWays): Buffer =>
    Buffer.from(
      JSON.stringify({
        type: ways.type ?? type,
        challenge: ways.challenge ?? asked.challenge,
        origin: ways.origin ?? "http://localhost:4460",
        crossOrigin: false,
      }),
    );
  const envelope = (response: object): string =>
    JSON.stringify({
      id: id.toString("base64url"),
      rawId: id.toString("base64url"),
      type: "public-key",
      clientExtensionResults: {},
      response,
    });

  return {
    id: id.toString("base64url"),
    make(options, ways = {}) {
      const asked = JSON.parse(options) as { challenge: string; user: { id: string } };
      owner = asked.user.id;
      const length = Buffer.from([0, id.length]);
      const authData = facts(ways, Buffer.concat([Buffer.alloc(16), length, id, cose]));
      const attestationObject = isoCBOR.encode(
        new Map<string, string | Map<string, string> | Uint8Array<ArrayBuffer>>([
          ["fmt", "none"],
          ["attStmt", new Map<string, string>()],
          ["authData", Uint8Array.from(authData)],
        ]),
      );
      return envelope({
        clientDataJSON: client(asked, "webauthn.create", ways).toString("base64url"),
        attestationObject: Buffer.from(attestationObject).toString("base64url"),
        transports: ["internal"],
      });
    },
    use(options, ways = {}) {
      const asked = JSON.parse(options) as { challenge: string };
      const authenticatorData = facts(ways, Buffer.alloc(0));
      const said = client(asked, "webauthn.get", ways);
      return envelope({
        clientDataJSON: said.toString("base64url"),
        authenticatorData: authenticatorData.toString("base64url"),
        signature: sign("sha256", Buffer.concat([authenticatorData, sha256(said)]), privateKey).toString("base64url"),
        userHandle: ways.userHandle ?? owner,
      });
    },
  };
}
