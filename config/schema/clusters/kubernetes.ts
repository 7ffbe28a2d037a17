import { z } from "zod";
import { GroupsClaims, Issuers } from "./issuers";
import { Kubeconfig } from "./kubeconfig";
import { ProxyUrl } from "./proxy-url";

/** Whose flags you set: kind, kubeadm, k3s and others. */
export const Kubernetes = z
  .strictObject({
    ...Kubeconfig.shape,
    proxyUrl: ProxyUrl.optional().describe(
      "http, https or socks5 proxy to the API server, without a password. Terraform and everybody's kubectl use it. The proxy-url of the kubeconfig takes precedence. Default: none.",
    ),
    groupsClaims: GroupsClaims,
    issuers: Issuers,
  })
  .describe(
    "In the place of eks: a cluster that is not EKS and whose API server you configure yourself, by the context of a kubeconfig that reaches it. Default: none.",
  );
