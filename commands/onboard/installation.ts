import { code, heading, link, listed, paragraph, shell, text, type Block } from "./block";
import { signedInBy } from "./signed-in-by";
import type { Welcome } from "./welcome";

const krew = "https://krew.sigs.k8s.io/docs/user-guide/setup/install/";
const kubectlOnLinux = "https://kubernetes.io/docs/tasks/tools/install-kubectl-linux/";
const azureReleases = "https://github.com/Azure/kubelogin/releases";
const releases = "https://github.com/int128/kubelogin/releases";

/** The programs, as github.com/int128/kubelogin, github.com/Azure/kubelogin and kubernetes.io/docs/tasks/tools say. */
export function installation({ access, held }: Pick<Welcome, "access" | "held">): Block[] {
  const aks = signedInBy("azure-kubelogin", { access, held });
  const oauth = signedInBy("oc", { access, held });
  const withOc = oauth.length === 0 ? [] : oc(oauth);
  if (aks.length + oauth.length === held.length && oauth.length > 0)
    return [...(aks.length > 0 ? onlyAks("three programs") : [heading("1. Install oc")]), ...withOc];
  if (aks.length > 0 && aks.length === held.length) return onlyAks();
  return [
    ...ofLogin(programs({ access, held }), aks.length > 0),
    ...(aks.length === 0 ? [] : besideIt(aks)),
    ...withOc,
  ];
}

/** docs.redhat.com, OpenShift Container Platform, "Getting started with the OpenShift CLI" */
function oc(clusters: readonly string[]): Block[] {
  return [
    paragraph(
      text`To sign in to ${listed(clusters.map(code))} you need ${code("oc")}, the command line of OpenShift. Get it from the web console of the cluster, behind the question mark, under "Command line tools".`,
    ),
  ];
}

/** How many programs somebody needs: `two programs`. oc is kubectl too, for its own clusters. */
export function programs(welcome: Pick<Welcome, "access" | "held">): string {
  const [aks, oauth] = [signedInBy("azure-kubelogin", welcome).length, signedInBy("oc", welcome).length];
  const byLogin = aks + oauth < welcome.held.length;
  const each = [byLogin || aks > 0, byLogin, aks > 0, oauth > 0].filter(Boolean);
  return ["no program", "one program", "two programs", "three programs"][each.length] ?? "four programs";
}

function onlyAks(count = "two programs"): Block[] {
  return [
    heading(`1. Install ${count}`),
    paragraph(
      text`kubectl talks to the cluster. Azure's kubelogin signs you in. With the Azure CLI, one command installs both:`,
    ),
    shell("az aks install-cli"),
    paragraph(text`You can also take ${link(azureReleases, "Azure's kubelogin")} from its releases.`),
  ];
}

function besideIt(aks: readonly string[]): Block[] {
  return [
    heading("Also, on each system", 3),
    paragraph(
      text`Another program signs you in to ${listed(aks.map(code))}: Microsoft's, which is called ${code("kubelogin")} too. Install it with the Azure CLI, or take it from ${link(azureReleases, "its releases")}:`,
    ),
    shell("az aks install-cli"),
  ];
}

function ofLogin(count: string, besideAzure: boolean): Block[] {
  const azure = besideAzure
    ? text` It is not Microsoft's program called kubelogin, which you need too.`
    : text` Microsoft has another program called kubelogin, which does not work here.`;
  return [
    heading(`1. Install ${count}`),
    paragraph(
      text`kubectl talks to the cluster. kubelogin signs you in; its program is called ${code("kubectl-oidc_login")}.`,
    ),
    heading("macOS", 3),
    shell("brew install kubectl kubelogin"),
    heading("Linux", 3),
    paragraph(text`Install ${link(kubectlOnLinux, "kubectl")} and ${link(krew, "krew")}. Then:`),
    shell("kubectl krew install oidc-login"),
    heading("Windows, in PowerShell", 3),
    shell("choco install kubernetes-cli kubelogin"),
    heading("Then, on each system", 3),
    shell("kubectl oidc-login version"),
    paragraph(
      text`If this prints no version, the program is not on your ${code("PATH")}. You can also take it from ${link(releases, "its releases")} and save it as ${code("kubectl-oidc_login")}.${azure}`,
    ),
  ];
}
