import type { OidcIdentityProviderConfig } from "@aws-sdk/client-eks";
import type { Access, Eks, EksCluster, OpenShiftCluster } from "../../config/schema/access";
import { claimsRead } from "../../model/clusters/claims-read";
import { byOAuthServer } from "../../model/clusters/openshift";
import { issuerUrl } from "../../model/login/login";
import { deployCommand } from "../../model/terraform/deploy-command";
import type { Deployed, DeployedStacks, NamedCluster } from "./deployed";
import { askEks, type Live } from "./eks-api";
import { about, type Finding } from "./finding";
import { liveCluster } from "./live-cluster";
import type { Surroundings } from "./surroundings";
import { unanswered } from "../https/unanswered";
import { page } from "../terminal/page";

const { broken, warning, fine, notLookedAt } = about("association");

/** What each cluster trusts in AWS, against the access file. Each cluster is asked as its entry says. */
export async function association(
  access: Access,
  clusters: readonly NamedCluster[],
  deployed: DeployedStacks,
  { limit }: Pick<Surroundings, "limit">,
): Promise<Finding[]> {
  const found = await Promise.all(
    clusters.map(async ([key, cluster]): Promise<Finding[]> => {
      switch (cluster.kind) {
        case "aks":
          return [];
        case "openshift":
          return openshiftNotAsked(key, cluster);
        case "kubernetes":
          return [notAsked(key)];
        case "eks":
          return ofEks(access, [key, cluster], deployed, limit());
      }
    }),
  );
  return found.flat();
}

async function ofEks(
  access: Access,
  [key, cluster]: readonly [key: string, cluster: EksCluster],
  deployed: DeployedStacks,
  signal: AbortSignal,
): Promise<Finding[]> {
  try {
    const live = await askEks(cluster.eks, signal);
    const endpoint = deployed.clusters.get(key);
    return [...liveCluster(key, live.cluster, endpoint), ...slot(access, [key, cluster], live, deployed.login)];
  } catch (error) {
    return [refused(key, cluster.eks, error)];
  }
}

/** What its API server was started with is in no API. */
const notAsked = (key: string) =>
  notLookedAt(
    "authentication",
    `clusters.${key}: which login its API server trusts cannot be asked`,
    `npx entra-eks authentication --cluster ${key} prints what it has to be started with`,
  );

/** The resources `Authentication` and `OAuth` say it, but only to somebody who is signed in. */
function openshiftNotAsked(key: string, { openshift }: OpenShiftCluster): Finding[] {
  // Terraform tells Red Hat's API.
  if (openshift.signIn === "rosa-classic") return [];
  return [
    notLookedAt(
      "authentication",
      byOAuthServer(openshift)
        ? `clusters.${key}: which identity providers its OAuth server has is not asked`
        : `clusters.${key}: which login its API server trusts is not asked`,
      `npx entra-eks authentication --cluster ${key} prints what it has to be told`,
    ),
  ];
}

function slot(
  access: Access,
  [key, cluster]: readonly [key: string, cluster: EksCluster],
  { association: live }: Live,
  login: DeployedStacks["login"],
): Finding[] {
  const place = `clusters.${key}`;
  const { associationName: name } = cluster;
  if (live === undefined) {
    const remedy = cluster.associate
      ? deployCommand(`eks-${key}`)
      : "Apply the module that associates it: associate is false";
    return [
      broken(
        "association-missing",
        `${place}: EKS trusts no OIDC provider for this cluster, so nobody signs in with Entra`,
        remedy,
      ),
    ];
  }
  const others = differences(access, cluster, live, login);
  if (live.identityProviderConfigName !== name) {
    return [
      broken(
        "association-slot-taken",
        `${place}: its only slot for an OIDC provider has "${live.identityProviderConfigName ?? ""}" (issuer ${live.issuerUrl ?? "unknown"}), and the file wants "${name}"`,
        `Set associationName to that name if it is this login. Else remove it: aws eks disassociate-identity-provider-config --cluster-name ${cluster.eks.name} --identity-provider-config type=oidc,name=${live.identityProviderConfigName ?? ""}`,
      ),
    ];
  }
  if (live.status !== undefined && live.status !== "ACTIVE") {
    const sentence = `${place}: the association is ${live.status}, so nobody signs in with Entra yet`;
    const creating = live.status === "CREATING";
    const remedy = creating
      ? "Wait: AWS takes 20 to 40 minutes"
      : `Wait if it is DELETING. Else add allow: [replace-association] and deploy: ${page("everyday.md#replace-an-association")}`;
    return [(creating ? warning : broken)("association-not-active", sentence, remedy)];
  }
  if (others.length > 0) {
    const sentence = `${place}: the association differs from the file: ${others.join("; ")}`;
    return [
      broken(
        "association-differs",
        sentence,
        `Deploy if you want what the file says: ${page("everyday.md#replace-an-association")}`,
      ),
    ];
  }
  return [fine("association", `${place}: EKS trusts this login as the file says`)];
}

/** Where what EKS has is not what the file wants, each in words. */
function differences(
  access: Access,
  cluster: EksCluster,
  live: OidcIdentityProviderConfig,
  login: Deployed<{ client_id: string }>,
): string[] {
  const wanted = {
    issuerUrl: issuerUrl(access),
    ...("outputs" in login ? { clientId: login.outputs.client_id } : {}),
    groupsPrefix: undefined,
    requiredClaims: {},
    ...claimsRead(access.login, cluster),
  };
  const keys = Object.keys(wanted) as (keyof typeof wanted)[];
  return keys.flatMap((name) => {
    const [got, want] = [inWords(live[name]), inWords(wanted[name])];
    return got === want ? [] : [`${name} is ${got}, and the file wants ${want}`];
  });
}

function inWords(value: string | Readonly<Record<string, string>> | undefined): string {
  if (typeof value === "string") return JSON.stringify(value);
  const entries = Object.entries(value ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
  return entries.length === 0 ? "nothing" : JSON.stringify(Object.fromEntries(entries));
}

function refused(key: string, { name, region }: Eks, error: unknown): Finding {
  const place = `clusters.${key}`;
  const { kind, name: what, reason } = unanswered(error);
  if (kind !== "refused") return notLookedAt("association", `${place}: AWS cannot be asked: ${reason}`);
  switch (what) {
    case "ResourceNotFoundException":
      return broken(
        "cluster-missing",
        `${place}: AWS has no cluster ${name} in ${region} in this account`,
        "Correct eks.name and eks.region, or use the right account: aws sts get-caller-identity shows yours",
      );
    case "AccessDeniedException":
      return notLookedAt(
        "association",
        `${place}: AWS refuses to tell: ${reason}`,
        "npx entra-eks permissions --format iam prints the rights that are needed",
      );
    case "CredentialsProviderError":
      return notLookedAt(
        "association",
        `${place}: there are no AWS credentials: ${reason}`,
        "aws sso login, or set AWS_PROFILE",
      );
    default:
      return notLookedAt(
        "association",
        `${place}: AWS refuses (${what}): ${reason}`,
        "Sign in to AWS again, for example with aws sso login",
      );
  }
}
