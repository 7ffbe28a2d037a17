import type { ClientProps } from "./preset";
import { presetOf } from "./presets";
import { secretName } from "./client";
import type { SecretKeys } from "./secret-keys";

/** A Kubernetes Secret that a client reads. */
export interface ClientSecret {
  readonly name: string;
  readonly keys: SecretKeys;
  /** @default - none beside those of this program */
  readonly labels?: Readonly<Record<string, string>>;
}

/** Without a preset nobody knows what the client reads: client ID and secret, under plain names. */
export function clientSecretOf(props: ClientProps): ClientSecret {
  const preset = presetOf(props.client);
  return {
    name: secretName(props.name),
    keys: preset?.secretKeys(props) ?? { "client-id": "clientId", "client-secret": "clientSecret" },
    ...(preset?.secretLabels === undefined ? {} : { labels: preset.secretLabels }),
  };
}
