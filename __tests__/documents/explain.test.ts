import { dirname, join } from "node:path";
import { explain, type ExplainOptions } from "../../commands/explain";
import { clusterAuthenticator } from "../../model/authentication/cluster-authenticator";
import { accessOf } from "../access-text";
import { deployed, stateOf } from "../commands/deployed";
import { printed } from "../commands/printed";
import { tokenOf, validDraft } from "../tokens/draft";
import { membersOf } from "../tokens/json-text";
import { SigningKeys } from "../tokens/signing-keys";
import { blocksOf, read } from "./page";

const smallest = blocksOf("README.md").find(({ language }) => language === "yaml")?.text ?? "";
const page = read("docs/explain.md");
const keys = new SigningKeys();
const now = Date.parse("2026-11-27T09:00:00Z") / 1000;
const developers = "0d4c1a52-7d5e-4b7e-8c0a-3f6f3a1d2b01";

/** A token of Ada for the smallest access file. */
function tokenWith(changes: Readonly<Record<string, unknown>>): string {
  const access = accessOf(smallest);
  const authenticator = clusterAuthenticator(access, undefined, deployed.clientId);
  const valid = validDraft({ authenticator, keys, now, id: "1" });
  const kept = valid.claims.filter(([name]) => !((JSON.parse(name) as string) in changes));
  return tokenOf({ ...valid, claims: [...kept, ...membersOf(changes)] });
}

const explained = (options: Partial<ExplainOptions>, token = "") =>
  printed(
    {
      "access.yaml": smallest,
      token,
      "jwks.json": JSON.stringify({ keys: keys.published }),
      "state/login.tfstate": stateOf({ client_id: deployed.clientId, issuer_url: deployed.issuer }),
      "state/people.tfstate": stateOf({ group_object_ids: { developers } }),
    },
    async (file) => {
      const given =
        token === "" ? {} : { tokenFile: join(dirname(file), "token"), jwks: join(dirname(file), "jwks.json") };
      return explain({ file, json: false, at: String(now), ...given, ...options });
    },
  );

test("the page shows what explain says of a token that is accepted", async () => {
  const { code, stdout } = await explained({}, tokenWith({ groups: [developers] }));
  expect(code).toBe(0);
  expect(page).toContain(`\n${stdout}\`\`\``);
});

test("the page shows what explain says of a token that is refused", async () => {
  const { code, stdout } = await explained({}, tokenWith({ groups: [developers], exp: now - 60 }));
  expect(code).toBe(1);
  expect(page).toContain(`\n${stdout}\`\`\``);
});

test("the page shows what explain predicts of a person", async () => {
  const { code, stdout } = await explained({ person: "ada@contoso.com" });
  expect(code).toBe(0);
  expect(page).toContain(`\n${stdout}\`\`\``);
});
