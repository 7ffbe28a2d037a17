import { z } from "zod";
import { Kubeconfig } from "./kubeconfig";
import { ProxyUrl } from "./proxy-url";

/** AKS with Entra: its API server takes tokens of Azure's own application. */
export const Aks = z
  .strictObject({
    ...Kubeconfig.shape,
    proxyUrl: ProxyUrl.optional().describe(
      "http, https or socks5 proxy to the API server, without a password. Terraform and everybody's kubectl use it. The proxy-url of the kubeconfig takes precedence. Default: none.",
    ),
    azureRbac: z
      .boolean()
      .default(false)
      .describe(
        "Whether the cluster has Azure RBAC for Kubernetes authorization too. This program only tells of it: Azure roles then count beside the grants of this file.",
      ),
  })
  .describe(
    "In the place of eks: an AKS cluster with Entra, by the context of a kubeconfig that reaches it, as az aks get-credentials writes one. The login does not reach it: AKS brings its own application. Default: none.",
  );
