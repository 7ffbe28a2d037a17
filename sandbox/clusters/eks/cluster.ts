import { createHash } from "node:crypto";
import { AssociationSlot, type AssociationPace } from "./association-slot";
import {
  authenticationConfiguration,
  withoutIssuer,
  type AuthenticationConfiguration,
  type EmulatedIssuers,
} from "./authentication-configuration";
import { account } from "./aws-refusal";
import type { Tags } from "./tags";

/** A cluster that EKS has from the beginning. Read anew at each request, so that an endpoint may come later. */
export interface EksCluster {
  readonly name: string;
  readonly region: string;
  /** @default "1.34" */
  readonly version?: string;
  /** @default "ACTIVE" */
  readonly status?: string;
  readonly endpoint: string;
  /** PEM. */
  readonly certificateAuthority: string;
  /**
   * Kinds of control plane logs that are on.
   *
   * @default - none
   */
  readonly logging?: readonly string[];
  /** Resolves once the API server runs with it, or after its patience. */
  readonly configure: (configuration: AuthenticationConfiguration) => Promise<void>;
}

/** [doc] LogType of the EKS API model. */
const logTypes = ["api", "audit", "authenticator", "controllerManager", "scheduler"];

/** A cluster with what happens to it. */
export class Cluster {
  readonly arn: string;
  readonly slot: AssociationSlot;
  tags: Tags = {};

  constructor(
    private readonly props: EksCluster,
    issuers: EmulatedIssuers,
    pace: AssociationPace,
  ) {
    const { name, region } = props;
    this.arn = `arn:aws:eks:${region}:${account}:cluster/${name}`;
    this.slot = new AssociationSlot(
      {
        name,
        region,
        issuer: this.issuer,
        get status() {
          return props.status ?? "ACTIVE";
        },
        tell: (oidc) =>
          props.configure(oidc === undefined ? withoutIssuer : authenticationConfiguration(oidc, issuers)),
      },
      pace,
    );
  }

  get name(): string {
    return this.props.name;
  }

  /** Of the cluster's own tokens, those of service accounts. */
  get issuer(): string {
    const id = createHash("sha256").update(this.name).digest("hex").slice(0, 32).toUpperCase();
    return `https://oidc.eks.${this.props.region}.amazonaws.com/id/${id}`;
  }

  /** Cluster of the EKS API model. */
  described() {
    const { name, version = "1.34", status = "ACTIVE", endpoint, certificateAuthority, logging = [] } = this.props;
    const off = logTypes.filter((type) => !logging.includes(type));
    return {
      name,
      arn: this.arn,
      createdAt: 1735689600,
      version,
      platformVersion: "eks.1",
      status,
      endpoint,
      certificateAuthority: { data: Buffer.from(certificateAuthority).toString("base64") },
      roleArn: `arn:aws:iam::${account}:role/${name}`,
      identity: { oidc: { issuer: this.issuer } },
      accessConfig: { authenticationMode: "API_AND_CONFIG_MAP", bootstrapClusterCreatorAdminPermissions: false },
      resourcesVpcConfig: {
        subnetIds: ["subnet-0a", "subnet-0b"],
        securityGroupIds: [],
        clusterSecurityGroupId: "sg-0a",
        vpcId: "vpc-0a",
        endpointPublicAccess: true,
        endpointPrivateAccess: true,
        publicAccessCidrs: ["0.0.0.0/0"],
      },
      kubernetesNetworkConfig: { serviceIpv4Cidr: "10.96.0.0/24", ipFamily: "ipv4" },
      logging: {
        clusterLogging: [
          { types: logging, enabled: true },
          { types: off, enabled: false },
        ].filter(({ types }) => types.length > 0),
      },
      encryptionConfig: [],
      health: { issues: [] },
      upgradePolicy: { supportType: "STANDARD" },
      deletionProtection: false,
      tags: this.tags,
    };
  }
}
