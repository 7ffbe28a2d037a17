import { issuerUrl } from "../login/login";
import { clientScopes } from "./client";
import { clientSecretOf } from "./client-secret";
import type { ClientValuesProps } from "./preset";
import { presetOf } from "./presets";

/** Values for the chart of a client; of one without a preset, what its settings have to say in one form or another. Nothing in them is secret. */
export function clientValues(props: ClientValuesProps): unknown {
  const preset = presetOf(props.client);
  if (preset !== undefined) return preset.values(props);
  const { client, clientId, callback, access } = props;
  const { name, keys } = clientSecretOf(props);
  return {
    issuer: issuerUrl(access),
    clientId,
    redirectUri: callback,
    scopes: clientScopes(access),
    codeChallengeMethod: "S256",
    ...(client.public === undefined ? { secret: { name, namespace: client.namespace, keys: Object.keys(keys) } } : {}),
  };
}
