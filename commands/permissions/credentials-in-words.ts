import { variablesInWords, type ProviderCredentials } from "../../model/permissions/provider-credentials";

/** What a provider needs to sign in elsewhere, to plan and to apply. */
export const credentialsInWords = (credentials: ProviderCredentials): string =>
  `To sign in at ${credentials.where}, set ${variablesInWords(credentials)}. They are of somebody with the role ${credentials.role} on the cluster.`;
