import { createHash } from "node:crypto";
import type { Access } from "../../config/schema/access";
import { eksClusters } from "../../model/clusters/eks-clusters";
import type { Credentials } from "./eks/access-keys";

/** The AWS profiles that an access file names, each once. */
export function profilesOf(access: Access): string[] {
  return [...new Set(eksClusters(access).flatMap(([, { eks }]) => eks.profile ?? []))];
}

/** Credentials of a profile, other ones for each. */
export function profileCredentials(profile: string): Credentials {
  const digits = createHash("sha256").update(profile).digest("hex").slice(0, 16).toUpperCase();
  return { accessKeyId: `AKIA${digits}`, secretAccessKey: `only-for-the-sandbox-${digits}` };
}

/** An AWS configuration file with these profiles: docs.aws.amazon.com, "Configuration and credential file settings". */
export function awsConfiguration(profiles: readonly string[]): string {
  return profiles
    .map((profile) => {
      const { accessKeyId, secretAccessKey } = profileCredentials(profile);
      const section = profile === "default" ? profile : `profile ${profile}`;
      return `[${section}]\naws_access_key_id = ${accessKeyId}\naws_secret_access_key = ${secretAccessKey}\n`;
    })
    .join("\n");
}
