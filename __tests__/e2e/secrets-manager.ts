import { randomUUID } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";

interface Kept {
  readonly arn: string;
  value: string | undefined;
  version: string | undefined;
}

/**
 * As much of AWS Secrets Manager as the aws provider asks of it for a secret and its version.
 *
 * [doc] docs.aws.amazon.com/secretsmanager/latest/apireference
 */
export class SecretsManager {
  private readonly kept = new Map<string, Kept>();
  private server: Server | undefined;

  /** @returns the endpoint */
  async start(): Promise<string> {
    const server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on("data", (chunk: Buffer) => chunks.push(chunk));
      request.on("end", () => {
        const action = String(request.headers["x-amz-target"]).replace("secretsmanager.", "");
        const asked = JSON.parse(Buffer.concat(chunks).toString() || "{}") as Record<string, string>;
        const answer = this.answer(action, asked);
        response.writeHead("__type" in answer ? 400 : 200, { "content-type": "application/x-amz-json-1.1" });
        response.end(JSON.stringify(answer));
      });
    });
    this.server = server;
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  }

  stop(): void {
    this.server?.close();
  }

  get names(): string[] {
    return [...this.kept.keys()];
  }

  private answer(action: string, asked: Readonly<Record<string, string>>): Record<string, unknown> {
    if (action === "CreateSecret") {
      const arn = `arn:aws:secretsmanager:eu-central-1:123456789012:secret:${asked["Name"] ?? ""}-AbCdEf`;
      this.kept.set(asked["Name"] ?? "", { arn, value: undefined, version: undefined });
      return { ARN: arn, Name: asked["Name"] };
    }
    const [name, secret] =
      [...this.kept].find(([name, { arn }]) => [name, arn].includes(asked["SecretId"] ?? "")) ?? [];
    if (name === undefined || secret === undefined) {
      return { __type: "ResourceNotFoundException", message: "Secrets Manager can't find the specified secret." };
    }
    const is = { ARN: secret.arn, Name: name };
    switch (action) {
      case "DescribeSecret":
        return {
          ...is,
          ...(secret.version === undefined ? {} : { VersionIdsToStages: { [secret.version]: ["AWSCURRENT"] } }),
        };
      case "PutSecretValue":
        secret.value = asked["SecretString"];
        secret.version = asked["ClientRequestToken"] ?? randomUUID();
        return { ...is, VersionId: secret.version, VersionStages: ["AWSCURRENT"] };
      case "GetSecretValue":
        return { ...is, SecretString: secret.value, VersionId: secret.version, VersionStages: ["AWSCURRENT"] };
      case "DeleteSecret":
        this.kept.delete(name);
        return is;
      default:
        return is;
    }
  }
}
