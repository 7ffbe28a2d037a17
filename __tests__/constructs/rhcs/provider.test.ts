import { withTenant } from "../../access-text";
import { synth } from "../../synth";

const file = (signIn: string) =>
  withTenant(
    `clusters: { ocp: { openshift: { kubeconfig: c, context: ocp, domain: apps.ocp.contoso.com, signIn: ${signIn} } } }`,
  );

test("rhcs comes from Red Hat's namespace in its version range, where ROSA classic needs it and nowhere else", () => {
  const classic = synth(file("rosa-classic, clusterId: 2a3b4c5d6e7f8g9h"));
  expect(classic.find("openshift-ocp", "terraform", "required_providers", "rhcs")).toEqual({
    source: "terraform-redhat/rhcs",
    version: ">= 1.7, < 2",
  });
  expect(classic.find("openshift-ocp", "provider")["rhcs"]).toEqual([{}]);
  for (const signIn of ["external", "rosa-hcp", "oauth"]) expect(synth(file(signIn)).json).not.toContain("rhcs");
});
