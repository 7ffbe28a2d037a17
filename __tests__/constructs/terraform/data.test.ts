import { withTenant } from "../../access-text";
import { synth } from "../../synth";

const program = synth(withTenant("users: { nora@contoso.com: { create: { displayName: N } } }\n"));
const kept = (name: string) => program.resource("users", "terraform_data", name);

test("a change of what it is told replaces it, and of what it is not told nothing does", () => {
  expect(kept("nora_40_contoso_2e_com")["triggers_replace"]).toEqual({ displayName: "N" });
  expect(kept("account_mark")).not.toHaveProperty("triggers_replace");
});
