import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { signInArguments, signInPlugin, type SignInWay } from "../../../model/login/sign-in-arguments";
import { accessOf, withTenant } from "../../access-text";

const props = {
  issuerUrl: "https://login.microsoftonline.com/t/v2.0",
  clientId: "0c6f2a4e-31d7-4b8e-9f5a-7d2c1b3e4f50",
  settings: accessOf(withTenant("")).login,
};
const usual = [
  "get-token",
  `--oidc-issuer-url=${props.issuerUrl}`,
  `--oidc-client-id=${props.clientId}`,
  "--oidc-pkce-method=S256",
  "--oidc-extra-scope=profile",
  "--oidc-extra-scope=offline_access",
];

const ways: readonly (readonly [string, SignInWay, readonly string[]])[] = [
  ["by a browser here", {}, []],
  [
    "by a browser elsewhere, through one forwarded port",
    { headless: true },
    ["--skip-open-browser", "--listen-address=127.0.0.1:8000"],
  ],
  ["by a code, which a browser here asks for", { deviceCode: true }, ["--grant-type=device-code"]],
  ["by a code alone", { deviceCode: true, headless: true }, ["--grant-type=device-code", "--skip-open-browser"]],
  ["with tokens in the keyring", { tokenCache: "keyring" }, ["--token-cache-storage=keyring"]],
];

test.each(ways)("people sign in %s", (_, way, more) => {
  expect(signInArguments({ ...props, ...way })).toEqual([...usual, ...more]);
});

const there = spawnSync(signInPlugin, ["version"]).error === undefined;
(there ? test : test.skip)(`${signInPlugin} knows every argument`, () => {
  const home = mkdtempSync(join(tmpdir(), "entra-eks-"));
  try {
    for (const [, way] of ways) {
      // Nobody answers there, so what it says then is that.
      const args = signInArguments({ ...props, ...way, issuerUrl: "https://localhost:1" });
      const { stderr } = spawnSync(signInPlugin, args, { encoding: "utf8", env: { ...process.env, HOME: home } });
      expect(stderr).toContain("connection refused");
    }
  } finally {
    rmSync(home, { recursive: true });
  }
});
