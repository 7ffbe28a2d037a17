import { withGrants, withTenant } from "../../../access-text";
import { headlamp, withClients } from "../../../clients-text";
import { withPortal } from "../../../portal-text";
import { mistakesBeside, stateOf } from "../../mistakes-beside";

const managed = { mode: "managed", type: "kubernetes_role_binding_v1" };
const data = { mode: "data", type: "aws_eks_cluster" };

/** The mistakes of an access file beside a state, of the stack `rbac-stage` unless another is named. */
const mistakes = (text: string, resources: readonly object[], path = "state/rbac-stage.tfstate") =>
  mistakesBeside({ [path]: stateOf(resources) }, text);

test("a cluster that is gone from the file is refused while its state still holds something", () => {
  expect(mistakes(withGrants("[]"), [managed, data, managed])).toEqual([
    "access.yaml:4:3 clusters.stage must stay until its stack rbac-stage is empty: state/rbac-stage.tfstate still holds 2 of its resources, which nothing else would delete; put the entry back with state: absent, run npx cdktf deploy rbac-stage eks-stage, then delete it",
  ]);
});

test("a cluster that was not EKS has no stack of AWS to empty", () => {
  expect(mistakes(withGrants("[]"), [managed])).toEqual([
    expect.stringContaining("run npx cdktf deploy rbac-stage, then delete it") as string,
  ]);
});

test("a cluster is not made one of another kind while its association is there", () => {
  const dev = "clusters: { dev: { kubernetes: { kubeconfig: config, context: dev } } }";
  const association = [data, { mode: "managed", type: "aws_eks_identity_provider_config" }];
  expect(mistakes(withTenant(dev), association, "state/eks-dev.tfstate")).toEqual([
    "access.yaml:2:20 clusters.dev.kubernetes must not take the place of eks until the stack eks-dev is empty: state/eks-dev.tfstate still holds 1 of its resources, which nothing else would delete; put eks back with state: absent, run npx cdktf deploy rbac-dev eks-dev, then change it",
  ]);
  expect(mistakes(withTenant(dev), [managed], "state/rbac-dev.tfstate")).toEqual([]);
  expect(mistakes(withTenant(dev), [data], "state/eks-dev.tfstate")).toEqual([]);
});

test("an OpenShift cluster keeps its secret, or another kind waits, until the stack of the secret is empty", () => {
  const path = "state/openshift-ocp.tfstate";
  const ocp = (kind: string) => withTenant(`clusters: { ocp: { ${kind} } }`);
  const openshift = (signIn: string) =>
    ocp(`openshift: { kubeconfig: c, context: o, domain: apps.ocp.contoso.com, signIn: ${signIn} }`);
  expect(mistakes(openshift("oauth"), [managed], path)).toEqual([]);
  expect(mistakes(openshift("external, console: false"), [managed], path)).toEqual([
    expect.stringMatching(
      /clusters\.ocp\.openshift must keep its client secret until the stack openshift-ocp is empty: .*; put it back as it was, run npx cdktf destroy openshift-ocp, then change it$/,
    ) as string,
  ]);
  expect(mistakes(ocp("kubernetes: { kubeconfig: c, context: o }"), [managed], path)).toEqual([
    expect.stringMatching(
      /clusters\.ocp\.kubernetes must not take the place of openshift .*; put openshift back with state: absent, run npx cdktf deploy rbac-ocp openshift-ocp, then change it$/,
    ) as string,
  ]);
  expect(mistakes(ocp("eks: { name: ocp, region: eu-central-1 }"), [managed], path)).toEqual([
    expect.stringMatching(
      /clusters\.ocp\.eks must not take the place of openshift until the stack openshift-ocp is empty: /,
    ) as string,
  ]);
  expect(mistakes(withTenant(""), [managed], path)).toEqual([
    expect.stringContaining("run npx cdktf deploy rbac-ocp openshift-ocp, then delete it") as string,
  ]);
});

test("so is a portal that is gone", () => {
  expect(mistakes(withTenant(""), [managed, data], "state/portal.tfstate")).toEqual([
    "access.yaml:1:1 portal must stay until its stack is destroyed: state/portal.tfstate still holds 1 of its resources, which nothing else would delete; put the entry back, run npx cdktf destroy portal, then delete it",
  ]);
  expect(mistakes(withTenant(""), [data], "state/portal.tfstate")).toEqual([]);
  expect(mistakes(withPortal(), [managed], "state/portal.tfstate")).toEqual([]);
});

test("so is a client that is gone, or that has no secret any more", () => {
  const path = "state/client-headlamp.tfstate";
  const left =
    "clients.headlamp must stay, with its secret, until its stack is destroyed: state/client-headlamp.tfstate still holds 1 of its resources, which nothing else would delete; put the entry back as it was, run npx cdktf destroy client-headlamp, then change it";
  expect(mistakes(withTenant(""), [managed, data], path)).toEqual([`access.yaml:1:1 ${left}`]);
  const withoutSecret = withClients({ headlamp: `${headlamp}, public: native` });
  expect(mistakes(withoutSecret, [managed], path)).toEqual([`access.yaml:8:3 ${left}`]);
  expect(mistakes(withClients({ headlamp }), [managed], path)).toEqual([]);
  expect(mistakes(withTenant(""), [data], path)).toEqual([]);
});

test("so is the secret of kubectl when it signs in without one", () => {
  const path = "state/credentials.tfstate";
  expect(mistakes(withTenant("login: { kubectl: public }"), [managed], path)).toEqual([
    'access.yaml:2:19 login.kubectl must stay "confidential" until the stack credentials is destroyed: state/credentials.tfstate still holds 1 of its resources, which nothing else would delete, got "public"; set it back, run npx cdktf destroy credentials, then change it',
  ]);
  expect(mistakes(withTenant("login: { kubectl: confidential }"), [managed], path)).toEqual([]);
});

test("an empty state, and one of a cluster that stands in the file, say nothing", () => {
  expect(mistakes(withGrants("[]"), [data])).toEqual([]);
  expect(mistakes(withGrants("[]").replace("prod:", "stage:"), [managed])).toEqual([]);
});

test("states are looked for where this file keeps them", () => {
  expect(mistakes(withTenant("backend: { directory: elsewhere }"), [managed])).toEqual([]);
  expect(
    mistakes(withTenant("backend: { directory: elsewhere }"), [managed], "elsewhere/eks-stage.tfstate"),
  ).toHaveLength(1);
});

test("it is told together with every other mistake", () => {
  expect(mistakes(`${withGrants("[]")}logn: {}\n`, [managed])).toEqual([
    expect.stringContaining("clusters.stage must stay") as string,
    'access.yaml:7:1 logn must be a known key; did you mean "login"?',
  ]);
});

test("an empty state file, or another file, is passed over", () => {
  expect(mistakes(withGrants("[]"), [managed], "state/rbac-stage.tfstate.backup")).toEqual([]);
  expect(mistakesBeside({ "state/rbac-stage.tfstate": "" }, withGrants("[]"))).toEqual([]);
  expect(mistakes(withGrants("[]"), [managed], "state/login.tfstate")).toEqual([]);
});
