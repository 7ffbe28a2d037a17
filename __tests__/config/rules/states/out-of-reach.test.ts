import { classic, onOpenShift, shape, shapes } from "../../../secret-shapes-text";
import { synth } from "../../../synth";
import { mistakesBeside, stateOf } from "../../mistakes-beside";

const secrets = ["portal", "client-web", "openshift-ocp"];

interface Told {
  readonly stacks: ReadonlyMap<string, { readonly providers: readonly string[]; readonly types: readonly string[] }>;
}

const programs = new Map<string, Told["stacks"]>();
function programOf(text: string): Told["stacks"] {
  const known = programs.get(text);
  if (known !== undefined) return known;
  const { stacks } = synth(text);
  const program = new Map(
    Object.entries(stacks).map(([name, { provider, resource }]) => {
      return [name, { providers: Object.keys(provider ?? {}), types: Object.keys(resource ?? {}) }] as const;
    }),
  );
  programs.set(text, program);
  return program;
}

test("a change of the file is refused just if a secret's stack loses the provider of what it still holds", () => {
  const refused: string[] = [];
  for (const [from, before] of shapes.entries()) {
    for (const [to, after] of shapes.entries()) {
      for (const stack of secrets) {
        const [was, now] = [programOf(before).get(stack), programOf(after).get(stack)];
        if (was === undefined || now === undefined) continue;
        // The credentials of rhcs are in the environment alone.
        const lost = was.types.filter((type) => {
          const [provider = ""] = type.split("_");
          return !["terraform", "rhcs", ...now.providers].includes(provider);
        });
        const state = { [`state/${stack}.tfstate`]: stateOf(was.types.map((type) => ({ type }))) };
        const told = mistakesBeside(state, after).filter((one) => one.includes("would not reach any more"));
        expect([from, to, stack, told.length]).toEqual([from, to, stack, lost.length > 0 ? 1 : 0]);
        refused.push(...told);
      }
    }
  }
  expect(refused.length).toBeGreaterThan(20);
});

const held = (type: string) => stateOf([{ type, name: "client" }, { type: "time_rotating" }]);
const aws = "must stay in AWS Secrets Manager until the stack client-web is destroyed";

test("the sentence says what is left where, and in which order to go on", () => {
  const path = "state/client-web.tfstate";
  const onCluster = held("kubernetes_secret_v1");
  expect(mistakesBeside({ [path]: onCluster }, shape("ephemeral", true))).toEqual([
    'access.yaml:9:118 clients.web.secret.store must stay "kubernetes" until the stack client-web is destroyed: state/client-web.tfstate still holds kubernetes_secret_v1.client, which that stack would not reach any more; put the entry back as it was, run npx cdktf destroy client-web, then change it',
  ]);
  expect(mistakesBeside({ [path]: held("aws_secretsmanager_secret") }, shape("kubernetes", false))).toEqual([
    expect.stringContaining(`clients.web.secret.store ${aws}`) as string,
  ]);
  expect(mistakesBeside({ "state/portal.tfstate": onCluster }, shape("ephemeral", true))).toEqual([
    expect.stringContaining('portal.secret.store must stay "kubernetes" until the stack portal is destroyed') as string,
  ]);
  expect(mistakesBeside({ "state/openshift-ocp.tfstate": onCluster }, onOpenShift(classic))).toEqual([
    expect.stringMatching(
      /clusters\.ocp\.openshift\.signIn must not become "rosa-classic" until the stack .* any more; put the entry back as it was, run npx cdktf destroy openshift-ocp, then change it$/,
    ) as string,
  ]);
});

test("what only was looked up is no reason, nor what lies in another backend", () => {
  const data = stateOf([{ mode: "data", type: "kubernetes_all_namespaces" }]);
  expect(mistakesBeside({ "state/client-web.tfstate": data }, shape("ephemeral", true))).toEqual([]);
  const elsewhere = `${shape("ephemeral", true)}backend: { type: s3, bucket: states, region: eu-central-1 }\n`;
  expect(mistakesBeside({ "state/client-web.tfstate": held("kubernetes_secret_v1") }, elsewhere)).toEqual([]);
});
