import { withTenant } from "../../access-text";
import { directory, synth } from "../../synth";

const people = "users: { nora@contoso.com: { create: { displayName: N } } }\n";
const input = (more = "") =>
  synth(withTenant(people + more)).resource("users", "terraform_data", "account_mark")["input"];

test("the mark is made up once, of when and where the state began, and kept by it", () => {
  const program = synth(withTenant(people));
  expect(program.resource("users", "terraform_data", "account_mark")).toMatchObject({
    input: `\${replace(uuidv5("url", "${directory}/state/users.tfstate \${plantimestamp()}"), "-", "")}`,
    lifecycle: { ignore_changes: ["input"] },
  });
  expect(program.find("users", "locals")["mark"]).toBe("entra-eks ${terraform_data.account_mark.input}");
});

test("the name of the login has no part in it, and another state has another one", () => {
  expect(input("login: { name: others }\n")).toBe(input());
  expect(input("backend: { type: s3, bucket: states, region: eu-central-1 }\n")).toContain(
    '"s3://states/entra-eks/users.tfstate ${plantimestamp()}"',
  );
});

test("with the time of the arrival it fits into 64 characters, also of somebody who left", () => {
  expect(`entra-eks ${"0".repeat(32)} 20261126132005 left`.length).toBeLessThanOrEqual(64);
  expect(synth(withTenant(people)).find("users", "locals")["mark_of_who_comes"]).toBe(
    '${local.mark} ${formatdate("YYYYMMDDhhmmss", plantimestamp())}',
  );
});
