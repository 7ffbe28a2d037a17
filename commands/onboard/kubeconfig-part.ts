import { code, heading, paragraph, shell, text, type Block } from "./block";
import type { Welcome } from "./welcome";

const fileName = "entra.kubeconfig";

/** Written so that it works in the shells of macOS and Linux, and in PowerShell. */
export const fileAt = `"$HOME/.kube/${fileName}"`;

const where = text`Save it as ${code(fileName)} in the folder ${code(".kube")} of your home folder. Make the folder if it is not there.`;

/** The kubeconfig itself, or how the person gets it. */
export function kubeconfigPart({ delivery }: Welcome): Block[] {
  return [heading("2. Save the kubeconfig"), ...content(delivery)];
}

function content(delivery: Welcome["delivery"]): Block[] {
  switch (delivery) {
    case "safely":
      return [
        paragraph(
          text`You get the file ${code(fileName)} in another way than this page, because it contains a secret. ${where} Give it to nobody, and do not mail it.`,
        ),
        paragraph(text`On macOS and Linux let only yourself read it:`),
        shell(`chmod 600 ${fileAt}`),
      ];
    case "on request":
      return [
        paragraph(
          text`Ask whoever sent you this page for the file ${code(fileName)}. Nothing in it is secret. ${where}`,
        ),
      ];
    default:
      return [
        paragraph(text`This file says where the clusters are and how you sign in. Nothing in it is secret. ${where}`),
        { kind: "file", name: fileName, text: delivery.kubeconfig },
      ];
  }
}
