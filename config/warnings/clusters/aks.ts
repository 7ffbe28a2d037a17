import { assignmentRequired } from "../../../model/login/login";
import { aksClusters } from "../../../model/clusters/aks-clusters";
import type { Access } from "../../schema/access";
import type { Warning } from "../warning";

/** AKS takes tokens of Azure's own application, so what is set on ours protects nobody there. */
export const loginNotOnAks: Warning = function* (access) {
  const missing = missingOn(access);
  if (missing.length === 0) return;
  for (const [key] of aksClusters(access)) {
    yield [
      ["clusters", key, "aks"],
      `takes tokens of Azure's own application, so these do not hold there: ${missing.join(", ")}`,
      "Set what you need for Azure's application too, for example a Conditional Access policy for Azure Kubernetes Service AAD Server.",
    ];
  }
};

/** What an operator has set and may rely on. Prefixes and user names cannot let anybody in. */
function missingOn({ login, attributes }: Access): string[] {
  const { username, kubectl, conditionalAccess, deviceCode } = login;
  return [
    ...(conditionalAccess === undefined ? [] : ["login.conditionalAccess"]),
    ...(assignmentRequired(login) ? ["the assignment that login requires"] : []),
    ...(kubectl === "confidential" ? ['login.kubectl "confidential"'] : []),
    ...(deviceCode ? ["login.deviceCode"] : []),
    ...(username.claim === "upn" ? [] : ["login.username"]),
    ...(Object.keys(attributes).length === 0 ? [] : ["attributes"]),
  ];
}

/** Two authorizers are asked, and either may allow: learn.microsoft.com/azure/aks/entra-id-authorization */
export const azureRbac: Warning = function* (access) {
  for (const [key, { aks }] of aksClusters(access)) {
    if (!aks.azureRbac) continue;
    yield [
      ["clusters", key, "aks", "azureRbac"],
      "is true, so Azure roles count beside the grants",
      "report, can-i, who-can and explain see only the grants of this file. Look at the role assignments of the cluster in Azure too.",
    ];
  }
};
