import type { EKSClient } from "@aws-sdk/client-eks";
import { HttpsProxyAgent } from "https-proxy-agent";
import { getProxyForUrl } from "proxy-from-env";
import type { Eks } from "../../config/schema/access";

/**
 * A client of the EKS API in a region; whoever has it destroys it. The AWS SDK is loaded here, since few commands need it.
 *
 * @param eks the profile and the role of an entry, if it names some; else the credentials are those of the environment
 */
export async function eksClient({
  region,
  profile,
  assumeRole,
}: Pick<Eks, "region"> & Partial<Pick<Eks, "profile" | "assumeRole">>): Promise<EKSClient> {
  // It would tell on stderr which Node.js its later versions want, which is nothing that an operator can act on.
  process.env["AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED"] ??= "true";
  const sdk = await import("@aws-sdk/client-eks");
  const providers = await import("@aws-sdk/credential-providers");
  const caller = providers.fromNodeProviderChain(profile === undefined ? {} : { profile });
  const role = { RoleArn: assumeRole, RoleSessionName: "entra-eks-doctor" };
  const proxy = getProxyForUrl(`https://eks.${region}.amazonaws.com`);
  return new sdk.EKSClient({
    region,
    maxAttempts: 2,
    credentials:
      assumeRole === undefined
        ? caller
        : providers.fromTemporaryCredentials({ masterCredentials: caller, params: role, clientConfig: { region } }),
    // The SDK knows no proxies of the environment.
    ...(proxy === "" ? {} : { requestHandler: { httpsAgent: new HttpsProxyAgent(proxy) } }),
  });
}
