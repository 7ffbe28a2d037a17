import { clientStack } from "../../../model/clients/client";
import { stackKind } from "../../../model/clusters/own-stack";
import { longestWorkspaceName } from "../../schema/states/cloud-state";
import { ofOneKind } from "../clusters/kinds";
import type { Rule } from "../rule";

/** The prefix and the longest name of a stack are a workspace. */
export const workspaceNames: Rule = function* ({ backend: { type, prefix }, login, clusters, clients }) {
  if (type !== "cloud" || prefix === undefined) return;
  const stacks = [
    "rbac-",
    ...Object.keys(clusters).map((key) => `rbac-${key}`),
    ...Object.entries(clusters).flatMap(([key, cluster]) => {
      const entry = ofOneKind(cluster);
      const kind = entry === undefined ? undefined : stackKind(entry);
      return kind === undefined ? [] : [`${kind}-${key}`];
    }),
    ...Object.keys(clients).map(clientStack),
    ...(login.kubectl === "confidential" ? ["credentials"] : []),
  ];
  const [longest = ""] = stacks.sort((a, b) => b.length - a.length);
  const name = `${prefix}${longest}`;
  if (name.length <= longestWorkspaceName) return;
  yield {
    path: ["backend", "prefix"],
    must: `must be shorter: the workspace ${name} would have ${String(name.length)} characters, and at most ${String(longestWorkspaceName)} are allowed`,
  };
};
workspaceNames.brings = { "backend.prefix": "must leave room for the longest name of a stack" };

/** S3 encrypts with keys of the bucket's region only: docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html */
export const keyRegion: Rule = function* ({ backend: { type, region, kmsKeyId } }) {
  const [, , , keysRegion] = kmsKeyId?.split(":") ?? [];
  if (type !== "s3" || region === undefined || keysRegion === undefined || keysRegion === region) return;
  yield { path: ["backend", "kmsKeyId"], must: `must be a key in the bucket's region, ${region}` };
};
keyRegion.brings = { "backend.kmsKeyId": "must be a key in the bucket's region" };
