import type { EksClient } from "./eks-client";
import type { SigningKey } from "./signing";

/** Temporary credentials of a role, as STS answers them. */
export async function assumed(eks: EksClient, over: Readonly<Record<string, string>> = {}) {
  const form = new URLSearchParams({
    Action: "AssumeRole",
    Version: "2011-06-15",
    RoleArn: "arn:aws:iam::444455556666:role/team/deployer",
    RoleSessionName: "terraform",
    ...over,
  });
  const { text } = await eks.ask("POST", "/", form.toString());
  const value = (name: string) => new RegExp(`<${name}>(.+)</${name}>`).exec(text)?.[1] ?? "";
  return {
    accessKeyId: value("AccessKeyId"),
    secretAccessKey: value("SecretAccessKey"),
    sessionToken: value("SessionToken"),
    arn: value("Arn"),
    expiration: value("Expiration"),
    text,
  } satisfies SigningKey & Record<string, string>;
}
