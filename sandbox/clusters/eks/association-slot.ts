import { setTimeout as wait } from "node:timers/promises";
import { newAssociation, type Association, type AssociationStatus } from "./association";
import { AwsRefusal, invalidParameter } from "./aws-refusal";
import type { OidcRequest } from "./oidc-request";
import type { Tags } from "./tags";
import { ended, newUpdate, type Update } from "./update";

/** What the slot has to know of its cluster. */
export interface SlotOwner {
  readonly name: string;
  readonly region: string;
  /** The cluster's own issuer, for service accounts. */
  readonly issuer: string;
  readonly status: string;
  /** Tells the API server; `undefined` when no provider is associated any more. */
  readonly tell: (oidc: OidcRequest | undefined) => Promise<void>;
}

/** How an association behaves in time. */
export interface AssociationPace {
  associateMs: number;
  disassociateMs: number;
  /** Whether it ends in `CREATE_FAILED`, without the API server being told. */
  fail: boolean;
  /**
   * What it waits for beside, before the API server is told.
   *
   * @default - nothing
   */
  until?: Promise<void>;
}

/** The one place that a cluster has for an OIDC identity provider, and the updates that filled and emptied it. */
export class AssociationSlot {
  private current: Association | undefined;
  private running: string | undefined;
  private readonly known = new Map<string, Update>();

  constructor(
    private readonly owner: SlotOwner,
    private readonly pace: AssociationPace,
  ) {}

  get association(): Association | undefined {
    return this.current;
  }

  get updates(): ReadonlyMap<string, Update> {
    return this.known;
  }

  associate(oidc: OidcRequest, tags: Tags): Update {
    const { name, issuer, status } = this.owner;
    // [seen] terraform-aws-modules/terraform-aws-eks#3328.
    if (oidc.issuerUrl === issuer)
      throw invalidParameter(
        "Incorrect Identity Provider URL configuration. The Identity Provider URL cannot be same as OpenID Connect (OIDC) issuer URL",
        { clusterName: name },
      );
    this.refuseWhileRunning("AssociateIdentityProviderConfig");
    // [doc] One OIDC identity provider a cluster; [guess] the words, and that a failed one keeps the place.
    if (this.current !== undefined)
      throw this.inUse(`Cluster ${name} already has an OIDC identity provider config associated: ${this.current.name}`);
    // [guess] Type and words.
    if (status !== "ACTIVE") throw this.invalidRequest(`Cluster ${name} is not ACTIVE`);
    this.current = newAssociation(this.owner, oidc, tags);
    const { fail, until } = this.pace;
    const work = async () => {
      await until;
      if (fail) throw new Error(`The identity provider ${oidc.issuerUrl} could not be associated`);
      await this.owner.tell(oidc);
    };
    return this.start("AssociateIdentityProviderConfig", this.current, work, this.pace.associateMs, (problem) => {
      this.become(problem === undefined ? "ACTIVE" : "CREATE_FAILED");
    });
  }

  /** @throws AwsRefusal if the cluster has no provider of that name */
  named(provider: string): Association {
    if (this.current?.name === provider) return this.current;
    const { name } = this.owner;
    const message = `No identity provider config found for cluster: ${name} and name: ${provider}`;
    throw new AwsRefusal(404, "ResourceNotFoundException", message, { clusterName: name }); // [guess] Words.
  }

  disassociate(provider: string): Update {
    // [src] The aws provider takes these words for "it is gone already".
    if (this.current?.name !== provider)
      throw this.invalidRequest(`Identity provider config is not associated with cluster ${this.owner.name}`);
    this.refuseWhileRunning("DisassociateIdentityProviderConfig");
    this.become("DELETING");
    const work = () => this.owner.tell(undefined);
    return this.start("DisassociateIdentityProviderConfig", this.current, work, this.pace.disassociateMs, (problem) => {
      if (problem === undefined) this.current = undefined;
      else this.become("ACTIVE"); // [guess]
    });
  }

  retag(tags: Tags): void {
    if (this.current !== undefined) this.current = { ...this.current, tags };
  }

  /** The API server changes meanwhile; the status when both that and the time are over. */
  private start(
    type: Update["type"],
    { name }: Association,
    work: () => Promise<void>,
    ms: number,
    over: (problem: string | undefined) => void,
  ): Update {
    const update = newUpdate(type, name);
    this.known.set(update.id, update);
    this.running = update.id;
    const end = (problem?: string) => {
      this.running = undefined;
      over(problem);
      this.known.set(update.id, ended(update, problem));
    };
    // Nobody who stops the server has to wait for this.
    const time = wait(ms, undefined, { ref: false });
    void Promise.allSettled([work(), time]).then(([result]) => {
      end(result.status === "rejected" ? messageOf(result.reason) : undefined);
    });
    return update;
  }

  private become(status: AssociationStatus): void {
    if (this.current !== undefined) this.current = { ...this.current, status };
  }

  private refuseWhileRunning(operation: string): void {
    const { running, owner } = this;
    if (running === undefined) return;
    // [seen] elastic/cloudbeat#3093.
    throw this.inUse(`Cannot ${operation} because cluster ${owner.name} currently has update ${running} in progress`);
  }

  private inUse(message: string): AwsRefusal {
    return new AwsRefusal(409, "ResourceInUseException", message, { clusterName: this.owner.name });
  }

  private invalidRequest(message: string): AwsRefusal {
    return new AwsRefusal(400, "InvalidRequestException", message, { clusterName: this.owner.name });
  }
}

const messageOf = (reason: unknown) => (reason instanceof Error ? reason.message : String(reason));
