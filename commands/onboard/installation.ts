import { code, heading, link, paragraph, shell, text, type Block } from "./block";

const krew = "https://krew.sigs.k8s.io/docs/user-guide/setup/install/";
const kubectlOnLinux = "https://kubernetes.io/docs/tasks/tools/install-kubectl-linux/";
const releases = "https://github.com/int128/kubelogin/releases";

/** The two programs, as github.com/int128/kubelogin and kubernetes.io/docs/tasks/tools say. */
export function installation(): Block[] {
  return [
    heading("1. Install two programs"),
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
      text`If this prints no version, the program is not on your ${code("PATH")}. You can also take it from ${link(releases, "its releases")} and save it as ${code("kubectl-oidc_login")}. Microsoft has another program called kubelogin, which does not work here.`,
    ),
  ];
}
