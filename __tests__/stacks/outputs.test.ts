import { withGrants } from "../access-text";
import { withPortal } from "../portal-text";
import { synth } from "../synth";

interface Stack {
  readonly output?: Readonly<Record<string, unknown>>;
}

/** The names of what each stack puts out, for other stacks, commands and people. */
function outputs(text: string): Record<string, string[]> {
  const { stacks } = synth(text);
  return Object.fromEntries(
    Object.entries(stacks).map(([stack, json]) => [stack, Object.keys((json as Stack).output ?? {}).sort()]),
  );
}

test("what a stack puts out has a name that states, commands and people know", () => {
  expect(outputs(withPortal())).toMatchObject({
    people: expect.arrayContaining(["group_object_ids", "unknown_members"]) as string[],
    login: expect.arrayContaining(["application_object_id", "client_id", "issuer_url", "tenant_id"]) as string[],
    "eks-prod": ["association_arn", "certificate_authority", "cluster_name", "endpoint"],
    portal: ["helm_values"],
  });
  const confidential = outputs(`${withGrants("[]")}login: { kubectl: confidential, consent: manual }\n`);
  expect(confidential["credentials"]).toEqual(["key_id"]);
  expect(confidential["login"]).toContain("admin_consent_url");
});
