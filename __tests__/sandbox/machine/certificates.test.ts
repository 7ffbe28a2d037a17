import { createPrivateKey, X509Certificate } from "node:crypto";
import { createServer, request, type RequestOptions } from "node:https";
import type { AddressInfo } from "node:net";
import { TLSSocket } from "node:tls";
import { CertificateAuthority } from "../../../sandbox/machine/certificates";

let authority: CertificateAuthority;
beforeAll(async () => {
  authority = await CertificateAuthority.create("Contoso test");
});

const extensions = ({ raw }: X509Certificate) => raw.toString("hex");

test("a server certificate names its DNS names and IP addresses, for 29 days, signed by the authority", async () => {
  const { cert, key } = await authority.issueServer(["localhost", "kubernetes.default.svc", "127.0.0.1"]);
  const certificate = new X509Certificate(cert);
  const root = new X509Certificate(authority.pem);
  expect(certificate.subjectAltName).toBe("DNS:localhost, DNS:kubernetes.default.svc, IP Address:127.0.0.1");
  expect(certificate.keyUsage).toEqual(["1.3.6.1.5.5.7.3.1"]);
  expect([certificate.ca, root.ca]).toEqual([false, true]);
  expect(certificate.checkIssued(root) && certificate.verify(root.publicKey)).toBe(true);
  expect(certificate.checkPrivateKey(createPrivateKey(key))).toBe(true);
  expect(key).toMatch(/^-----BEGIN PRIVATE KEY-----\n/);
  expect((Date.parse(certificate.validTo) - Date.parse(certificate.validFrom)) / 86_400_000).toBe(29);
});

test("a client certificate carries user and group, and is not good for a server", async () => {
  const { cert } = await authority.issueClient({ commonName: "ada", organization: "system:masters" });
  const certificate = new X509Certificate(cert);
  expect(certificate.subject).toBe("O=system:masters\nCN=ada");
  expect(certificate.keyUsage).toEqual(["1.3.6.1.5.5.7.3.2"]);
});

test("every certificate has key usage and both key identifiers, and a serial number of its own", async () => {
  const issued = await Promise.all([1, 2, 3].map(() => authority.issueServer(["localhost"])));
  const certificates = [authority.pem, ...issued.map(({ cert }) => cert)].map((pem) => new X509Certificate(pem));
  expect(new Set(certificates.map(({ serialNumber }) => serialNumber)).size).toBe(4);
  expect(certificates.every(({ serialNumber }) => /^4[0-9A-F]{31}$/.test(serialNumber))).toBe(true);
  const [root, ...leaves] = certificates.map(extensions);
  // Object identifiers as DER has them: keyUsage, basicConstraints, subject and authority key identifier.
  for (const oid of ["0603551d0f", "0603551d13", "0603551d0e"]) expect(root).toContain(oid);
  for (const leaf of leaves)
    for (const oid of ["0603551d0f", "0603551d13", "0603551d0e", "0603551d23"]) expect(leaf).toContain(oid);
});

test("Node.js signs in with one to a server that shows another, and refuses the server without the authority", async () => {
  const [shown, client] = await Promise.all([
    authority.issueServer(["127.0.0.1"]),
    authority.issueClient({ commonName: "ada" }),
  ]);
  const server = createServer({ ...shown, ca: authority.pem, requestCert: true }, (incoming, response) => {
    const { socket } = incoming;
    response.end(socket instanceof TLSSocket ? socket.getPeerCertificate().subject.CN : "");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const ask = (options: RequestOptions) =>
    new Promise<string>((resolve, reject) => {
      const asked = request({ host: "127.0.0.1", port, agent: false, ...options }, (response) => {
        response.setEncoding("utf8").on("data", resolve);
      });
      asked.on("error", reject).end();
    });
  await expect(ask({ ca: authority.pem, ...client })).resolves.toBe("ada");
  await expect(ask(client)).rejects.toThrow(/unable to verify|self-signed|local issuer/);
  await new Promise((resolve) => server.close(resolve));
});
