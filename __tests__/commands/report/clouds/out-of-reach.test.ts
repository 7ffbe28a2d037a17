import { cloudChangesInLines } from "../../../../commands/report/clouds/in-lines";
import { classic, onOpenShift, shape } from "../../../secret-shapes-text";
import { compared } from "./compared";

test("what a stack made and does not reach any more is told, with the order in which to go on", () => {
  const change = compared(shape("ephemeral", false), shape("ephemeral", true));
  const sentence = (stack: string, entry: string, address: string) =>
    `The stack ${stack} does not reach ${address} any more, so Terraform cannot take it away: put ${entry} back as it was, run npx cdktf destroy ${stack}, then change it.`;
  expect(change.refusals).toEqual([
    sentence("client-web", "clients.web", "kubernetes_secret_v1.client"),
    sentence("portal", "the portal", "kubernetes_secret_v1.portal"),
  ]);
  expect(cloudChangesInLines(change)).toContain(
    `! ${sentence("client-web", "clients.web", "kubernetes_secret_v1.client")}`,
  );
  expect(compared(onOpenShift("oauth"), onOpenShift(classic)).refusals).toEqual([
    sentence("openshift-ocp", "clusters.ocp.openshift", "kubernetes_secret_v1.client"),
  ]);
});

test("AWS is out of reach where the cluster needs it for nothing else", () => {
  expect(compared(shape("ephemeral", true), shape("context", false)).refusals).toEqual([
    "The stack client-web does not reach aws_secretsmanager_secret.client, aws_secretsmanager_secret_version.client any more, so Terraform cannot take them away: put clients.web back as it was, run npx cdktf destroy client-web, then change it.",
    expect.stringMatching(/^The stack portal does not reach aws_secretsmanager_secret\.portal, /) as string,
  ]);
  expect(compared(shape("ephemeral", true), shape("ephemeral", false)).refusals).toEqual([]);
  expect(compared(onOpenShift(classic), onOpenShift("oauth")).refusals).toEqual([]);
});
