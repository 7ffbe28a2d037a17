import { randomUUID } from "node:crypto";
import { account } from "./aws-refusal";

/** Answer of STS to GetCallerIdentity, XML. */
export function callerIdentity(): string {
  const result = `<Arn>arn:aws:iam::${account}:user/deployer</Arn><UserId>AIDAEXAMPLE</UserId><Account>${account}</Account>`;
  return [
    `<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">`,
    `<GetCallerIdentityResult>${result}</GetCallerIdentityResult>`,
    `<ResponseMetadata><RequestId>${randomUUID()}</RequestId></ResponseMetadata>`,
    `</GetCallerIdentityResponse>`,
  ].join("");
}
