import { randomBytes } from "node:crypto";
import { account } from "./aws-refusal";

/** Credentials of an AWS identity, as a provider is given them. */
export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** An access key with whose it is. */
export interface AccessKey extends Credentials {
  /** What its policy is attached to: the access key of a user, the ARN of a role. */
  readonly identity: string;
  readonly arn: string;
  readonly userId: string;
  readonly account: string;
  /**
   * Only of temporary credentials, which are nothing without it.
   *
   * @default - the key is for ever
   */
  readonly session?: { readonly token: string; readonly expires: Date };
}

/** A role as `AssumeRole` names it. */
export interface AssumedRole {
  readonly roleArn: string;
  readonly sessionName: string;
  readonly seconds: number;
}

/** Every access key that the emulated AWS knows. */
export class AccessKeys {
  private readonly known: Map<string, AccessKey>;

  constructor(users: readonly Credentials[]) {
    const user = { arn: `arn:aws:iam::${account}:user/deployer`, userId: "AIDAEXAMPLE", account };
    this.known = new Map(
      users.map(({ accessKeyId, ...rest }) => [accessKeyId, { accessKeyId, ...rest, ...user, identity: accessKeyId }]),
    );
  }

  find(accessKeyId: string): AccessKey | undefined {
    return this.known.get(accessKeyId);
  }

  /** Temporary credentials of a role. [guess] Every role trusts whoever calls. */
  assume({ roleArn, sessionName, seconds }: AssumedRole): AccessKey & Required<Pick<AccessKey, "session">> {
    const [, partition = "", , , roleAccount = ""] = roleArn.split(":");
    const name = roleArn.slice(roleArn.lastIndexOf("/") + 1);
    const key = {
      // [doc] IAM identifiers: ASIA begins a temporary key, AROA a role.
      accessKeyId: `ASIA${randomBytes(8).toString("hex").toUpperCase()}`,
      secretAccessKey: randomBytes(30).toString("base64"),
      identity: roleArn,
      // [doc] A path is not in the ARN of an assumed role.
      arn: `arn:${partition}:sts::${roleAccount}:assumed-role/${name}/${sessionName}`,
      userId: `AROAEXAMPLE:${sessionName}`,
      account: roleAccount,
      session: { token: randomBytes(60).toString("base64"), expires: new Date(Date.now() + seconds * 1000) },
    };
    this.known.set(key.accessKeyId, key);
    return key;
  }
}
