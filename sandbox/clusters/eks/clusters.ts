import { AwsRefusal, invalidParameter } from "./aws-refusal";
import type { Cluster } from "./cluster";
import type { Tags } from "./tags";

/** Something that has tags. */
export interface Tagged {
  readonly tags: Tags;
  readonly retag: (tags: Tags) => void;
}

/** All clusters of the account. */
export class Clusters {
  private readonly byName: ReadonlyMap<string, Cluster>;

  constructor(clusters: readonly Cluster[]) {
    this.byName = new Map(clusters.map((cluster) => [cluster.name, cluster]));
  }

  get names(): readonly string[] {
    return [...this.byName.keys()];
  }

  find(name: string): Cluster | undefined {
    return this.byName.get(name);
  }

  /** @throws AwsRefusal if there is none of that name */
  named(name: string): Cluster {
    // [doc] ClusterName of the EKS API model.
    if (!/^[0-9A-Za-z][A-Za-z0-9_-]{0,99}$/.test(name))
      throw invalidParameter(`Invalid cluster name: ${name}`, { clusterName: name });
    const cluster = this.find(name);
    if (cluster !== undefined) return cluster;
    // [seen] These words.
    const message = `No cluster found for name: ${name}.`;
    throw new AwsRefusal(404, "ResourceNotFoundException", message, { clusterName: name });
  }

  /** @throws AwsRefusal if neither a cluster nor an association has that ARN */
  tagged(arn: string): Tagged {
    for (const cluster of this.byName.values()) {
      const { slot } = cluster;
      if (cluster.arn === arn) return { tags: cluster.tags, retag: (tags) => (cluster.tags = tags) };
      if (slot.association?.arn === arn)
        return {
          tags: slot.association.tags,
          retag: (tags) => {
            slot.retag(tags);
          },
        };
    }
    throw new AwsRefusal(404, "NotFoundException", `Resource was not found: ${arn}`); // [guess] Words.
  }
}
