import { webcrypto } from "node:crypto";
import { createServer, type Server } from "node:https";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import * as x509 from "@peculiar/x509";
import { CertificateAuthority } from "../../sandbox/machine/certificates";

/** An admission webhook that lets everything pass and remembers what it was shown. */
export class Eavesdropper {
  heard = "";

  private constructor(
    private readonly server: Server,
    private readonly ca: string,
  ) {}

  static async start(): Promise<Eavesdropper> {
    const authority = await CertificateAuthority.create("Mallory");
    const server = createServer(await authority.issueServer(["127.0.0.1"]));
    const ear = new Eavesdropper(server, authority.pem);
    server.on("request", (request, response) => {
      void text(request).then((body) => {
        ear.heard += body;
        const { uid } = (JSON.parse(body) as { request: { uid: string } }).request;
        const review = { apiVersion: "admission.k8s.io/v1", kind: "AdmissionReview", response: { uid, allowed: true } };
        response.setHeader("content-type", "application/json").end(JSON.stringify(review));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return ear;
  }

  /** What has the API server show it everything that is written of a core resource. */
  configuration(resource: string): object {
    const { port } = this.server.address() as AddressInfo;
    const clientConfig = { url: `https://127.0.0.1:${port}/`, caBundle: Buffer.from(this.ca).toString("base64") };
    const rules = [{ apiGroups: [""], apiVersions: ["v1"], resources: [resource], operations: ["CREATE"] }];
    const webhook = {
      name: "ear.example.com",
      clientConfig,
      rules,
      sideEffects: "None",
      admissionReviewVersions: ["v1"],
    };
    return { metadata: { name: "ear" }, webhooks: [{ ...webhook, failurePolicy: "Ignore" }] };
  }

  stop(): Promise<unknown> {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(resolve));
  }
}

/** A certificate signing request for a user name, as Kubernetes takes it. */
export async function certificateRequest(commonName: string): Promise<string> {
  const algorithm = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" } as const;
  const keys = await webcrypto.subtle.generateKey(algorithm, true, ["sign", "verify"]);
  const name = [{ CN: [commonName] }];
  const request = await x509.Pkcs10CertificateRequestGenerator.create({ name, keys, signingAlgorithm: algorithm });
  return Buffer.from(request.toString("pem")).toString("base64");
}
