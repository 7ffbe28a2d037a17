import { tenant } from "../access-text";

/** A state as Terraform writes it. */
export const stateOf = (outputs: Readonly<Record<string, unknown>>, resources: readonly object[] = []) =>
  JSON.stringify({
    version: 4,
    outputs: Object.fromEntries(Object.entries(outputs).map(([name, value]) => [name, { value }])),
    resources,
  });

/** What the stacks of a deployed access file put out. */
export const deployed = {
  clientId: "0c6f2a4e-31d7-4b8e-9f5a-7d2c1b3e4f50",
  issuer: `https://login.microsoftonline.com/${tenant}/v2.0`,
  /** PEM in base64. */
  authority: (name: string) =>
    Buffer.from(
      `-----BEGIN CERTIFICATE-----\n${Buffer.from(name).toString("base64")}\n-----END CERTIFICATE-----\n`,
    ).toString("base64"),
} as const;
