import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import type { Listening, LoggedRequest } from "../../machine/listening";
import { listenOnLoopback } from "../../machine/loopback";
import { AccessKeys, type Credentials } from "./access-keys";
import { answer } from "./answer";
import type { Association } from "./association";
import type { AssociationPace } from "./association-slot";
import type { EmulatedIssuers } from "./authentication-configuration";
import { Cluster, type EksCluster } from "./cluster";
import { Clusters } from "./clusters";
import { claimedKeyIn } from "./iam-token";
import { Permissions } from "./permissions";
import { requestBody } from "./request-body";
import { eksRoutes, type Route } from "./routes";
import { reviewToken, TokenReview } from "./token-webhook";

export interface EksProps extends EmulatedIssuers {
  /** 0 for any that is free. */
  readonly port: number;
  /** Whoever has one of them, or a role that was assumed with one, is administrator of every cluster. */
  readonly credentials: readonly Credentials[];
  readonly clusters: readonly EksCluster[];
  /**
   * Least time that an association takes.
   *
   * @default 3000
   */
  readonly associateMs?: number;
  /**
   * Least time that its end takes.
   *
   * @default - as long as an association
   */
  readonly disassociateMs?: number;
  /**
   * Whether associations end in `CREATE_FAILED`, without the API server being told.
   *
   * @default false
   */
  readonly failAssociations?: boolean;
}

/** A request with the access key that it claims to be of; at the token webhook, the one of the token. */
export interface AwsRequest extends LoggedRequest {
  readonly accessKeyId: string | undefined;
}

/** EKS, STS, and at `/webhook/<cluster>` the token webhook of a cluster's API server. */
export interface EksServer extends Listening {
  readonly log: readonly AwsRequest[];
  /** What each identity may do; everybody everything, until a policy is attached. */
  readonly permissions: Permissions;
  /** May be changed at any time; what is under way keeps its own. */
  readonly pace: AssociationPace;
  /** The identity provider of a cluster, whatever its status. */
  association(cluster: string): Association | undefined;
}

/** Starts EKS and STS on loopback. */
export async function startEks(props: EksProps): Promise<EksServer> {
  const { associateMs = 3000, disassociateMs = associateMs, failAssociations: fail = false } = props;
  const pace: AssociationPace = { associateMs, disassociateMs, fail };
  const clusters = new Clusters(props.clusters.map((cluster) => new Cluster(cluster, props, pace)));
  const keys = new AccessKeys(props.credentials);
  const permissions = new Permissions();
  const routes = [...eksRoutes(clusters), webhookRoute(keys, permissions)];
  const log: AwsRequest[] = [];
  const server = createServer((request, response) => {
    const { method = "", url: path = "/" } = request;
    void answer(routes, keys, permissions, request).then(({ status, route, accessKeyId, headers, body }) => {
      log.push({ method, path, status, route, accessKeyId });
      response.writeHead(status, { "x-amzn-requestid": randomUUID(), ...headers }).end(body);
    });
  });
  const listening = await listenOnLoopback(server, props.port);
  return {
    ...listening,
    url: `http://127.0.0.1:${listening.port}`,
    log,
    permissions,
    pace,
    association: (cluster) => clusters.find(cluster)?.slot.association,
  };
}

function webhookRoute(keys: AccessKeys, permissions: Permissions): Route {
  return {
    method: "POST",
    path: "/webhook/{}",
    answer: ({ body }, cluster) => reviewToken(requestBody(body, TokenReview), cluster, { keys, permissions }),
    unsigned: ({ body }) => claimedKeyIn(requestBody(body, TokenReview).spec.token),
  };
}
