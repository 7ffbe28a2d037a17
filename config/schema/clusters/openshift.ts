import { z } from "zod";
import { clientSecret } from "../clients/secret";
import { Kubeconfig } from "./kubeconfig";
import { ProxyUrl } from "./proxy-url";

/** Who asks Entra: the API server and the console themselves, the OAuth server of OpenShift, or the one that Red Hat keeps on ROSA classic. */
export const openshiftWays = ["external", "rosa-hcp", "oauth", "rosa-classic"] as const;

export type OpenShiftWay = (typeof openshiftWays)[number];

const label = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";

/** OpenShift, by the way in which it lets people sign in. */
export const OpenShift = z
  .strictObject({
    ...Kubeconfig.shape,
    proxyUrl: ProxyUrl.optional().describe(
      "http, https or socks5 proxy to the API server, without a password. Terraform and everybody's kubectl use it. The proxy-url of the kubeconfig takes precedence. Default: none.",
    ),
    domain: z
      .string({
        error: ({ input }) =>
          input === undefined
            ? "must be given; oc get ingresses.config cluster -o jsonpath={.spec.domain} prints it"
            : "must be the domain of the cluster's routes, such as apps.ocp.contoso.com",
      })
      .max(200, "must be 200 characters or fewer")
      .regex(
        new RegExp(`^${label}(\\.${label})+$`),
        "must be a domain in lower case such as apps.ocp.contoso.com, without https:// and without a path",
      )
      .describe(
        "Domain of the cluster's routes, as oc get ingresses.config cluster -o jsonpath={.spec.domain} prints it. The addresses of the console and of the OAuth server are below it.",
      ),
    signIn: z
      .enum(openshiftWays)
      .describe(
        "external: the API server takes ID tokens of the login itself (Authentication of type OIDC, or ARO with a hosted control plane). rosa-hcp: the same on ROSA with a hosted control plane. oauth: the OAuth server of OpenShift signs people in. rosa-classic: the same on ROSA classic, where Red Hat's API keeps its identity providers.",
      ),
    provider: z
      .string()
      .regex(/^[a-z0-9]([a-z0-9-]{0,13}[a-z0-9])?$/, "must be 1 to 15 lower case letters, digits and -")
      .default("entra")
      .describe("Name of the identity provider on the cluster. The callback of the OAuth server ends with it."),
    mappingMethod: z
      .enum(["claim", "lookup", "add"])
      .optional()
      .describe(
        "How the OAuth server maps somebody to a user of the cluster. claim: a new user, or a mistake if the name is taken. lookup: only users and identities that you made before. add: also to a user of another provider with the same name. Default: claim. Only for oauth and rosa-classic.",
      ),
    console: z
      .boolean()
      .optional()
      .describe(
        "Whether people sign in to the web console with the login too. It needs a client secret. Default: true. Only for external and rosa-hcp: elsewhere the console asks the OAuth server.",
      ),
    clusterId: z
      .string()
      .regex(
        /^[a-z0-9]{8,64}$/,
        "must be a cluster ID such as 2a3b4c5d6e7f8g9h0i1j2k3l4m5n6o7p, as rosa describe cluster prints it",
      )
      .optional()
      .describe(
        "ID of the cluster at Red Hat. Default: none. It must be given for rosa-classic. For rosa-hcp it stands in the printed command.",
      ),
    secret: clientSecret("cluster")
      .omit({ store: true })
      .prefault({})
      .describe("The client secret of the console or of the OAuth server, in the stack openshift-<cluster>."),
  })
  .describe(
    "In the place of eks: an OpenShift cluster, by the context of a kubeconfig that reaches it. Default: none.",
  );
