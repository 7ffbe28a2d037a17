import "reflect-metadata";
import { webcrypto } from "node:crypto";
import { isIP } from "node:net";
import * as x509 from "@peculiar/x509";
import type { ServerCertificate } from "./listening";

/** Whom a client certificate names, as kube-apiserver reads it. */
export interface ClientSubject {
  /** The user name. */
  readonly commonName: string;
  /**
   * The group.
   *
   * @default - none
   */
  readonly organization?: string;
}

const algorithm = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" } as const;
const day = 86_400_000;

/** A certificate authority that lives as long as this process; its key is never written anywhere. */
export class CertificateAuthority {
  /** Its own certificate. */
  readonly pem: string;

  private constructor(
    private readonly certificate: x509.X509Certificate,
    private readonly keys: webcrypto.CryptoKeyPair,
  ) {
    this.pem = pemOf(certificate);
  }

  static async create(name: string): Promise<CertificateAuthority> {
    const keys = await newKeys();
    const usages = (x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign) as x509.KeyUsageFlags;
    const certificate = await x509.X509CertificateGenerator.createSelfSigned({
      name: [{ CN: [name] }],
      keys,
      signingAlgorithm: algorithm,
      ...lifetime(30),
      extensions: [
        new x509.BasicConstraintsExtension(true, undefined, true),
        new x509.KeyUsagesExtension(usages, true),
        await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
      ],
    });
    return new CertificateAuthority(certificate, keys);
  }

  /** @param names DNS names and IP addresses, at least one */
  issueServer(names: readonly string[]): Promise<ServerCertificate> {
    const alternatives = names.map((value) => ({
      type: isIP(value) === 0 ? ("dns" as const) : ("ip" as const),
      value,
    }));
    return this.issue([{ CN: [names[0] ?? "localhost"] }], x509.ExtendedKeyUsage.serverAuth, [
      new x509.SubjectAlternativeNameExtension(alternatives),
    ]);
  }

  issueClient({ commonName, organization }: ClientSubject): Promise<ServerCertificate> {
    const subject = [...(organization === undefined ? [] : [{ O: [organization] }]), { CN: [commonName] }];
    return this.issue(subject, x509.ExtendedKeyUsage.clientAuth, []);
  }

  private async issue(
    subject: x509.JsonName,
    usage: x509.ExtendedKeyUsage,
    more: readonly x509.Extension[],
  ): Promise<ServerCertificate> {
    const keys = await newKeys();
    const certificate = await x509.X509CertificateGenerator.create({
      subject,
      issuer: this.certificate.subjectName,
      publicKey: keys.publicKey,
      signingKey: this.keys.privateKey,
      signingAlgorithm: algorithm,
      ...lifetime(29),
      extensions: [
        new x509.BasicConstraintsExtension(false, undefined, true),
        new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
        new x509.ExtendedKeyUsageExtension([usage]),
        await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
        await x509.AuthorityKeyIdentifierExtension.create(this.certificate),
        ...more,
      ],
    });
    const pkcs8 = await webcrypto.subtle.exportKey("pkcs8", keys.privateKey);
    return { cert: pemOf(certificate), key: `${x509.PemConverter.encode(pkcs8, "PRIVATE KEY")}\n` };
  }
}

const newKeys = () => webcrypto.subtle.generateKey(algorithm, true, ["sign", "verify"]);

/** PEM with the newline at its end that concatenating it needs. */
const pemOf = (certificate: x509.X509Certificate) => `${certificate.toString("pem")}\n`;

function lifetime(days: number): { readonly notBefore: Date; readonly notAfter: Date; readonly serialNumber: string } {
  // A minute of the past, for whoever's clock is behind; X.509 counts whole seconds.
  const notBefore = new Date(Date.now() - 60_000);
  // The first digit keeps the number positive and at its full length.
  const serialNumber = `4${Buffer.from(webcrypto.getRandomValues(new Uint8Array(16)))
    .toString("hex")
    .slice(1)}`;
  return { notBefore, notAfter: new Date(notBefore.getTime() + days * day), serialNumber };
}
