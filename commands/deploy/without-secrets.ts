/** Environment variables whose values are secrets to the providers, Terraform and what they sign in with. */
const secret = /SECRET|PASSWORD|TOKEN|PRIVATE|ACCESS_KEY|CERTIFICATE_DATA|CONNECTION_STRING|^PG|_KEY$/i;

/** Three parts of base64url, of which the first begins with `{"`. */
const token = /\beyJ[\w-]{10,}\.[\w-]{10,}\.[\w-]*/g;

/** What stands behind these in a request that a provider repeats. */
const named =
  /((?:authorization|client_secret|client_assertion|password|x-amz-security-token)"?\s*[:=]\s*"?(?:bearer\s+)?)[^\s"&,;]+/gi;

/** What stands before the host of a URL, such as a proxy's, which Go repeats whole if it cannot read it. */
const userInfoOf = (value: string) => /^[a-z][a-z0-9+.-]*:\/\/([^/?#]+)@/i.exec(value)?.slice(1) ?? [];

/** A text of somebody else's without what an environment keeps secret, and without tokens. */
export function withoutSecrets(text: string, env: NodeJS.ProcessEnv): string {
  const values = Object.entries(env)
    .flatMap(([name, value = ""]) => [...(secret.test(name) ? [value] : []), ...userInfoOf(value)])
    .filter(({ length }) => length >= 8)
    .sort((one, other) => other.length - one.length);
  const without = values.reduce((rest, value) => rest.replaceAll(value, "(secret)"), text);
  return without.replace(token, "(token)").replace(named, "$1(secret)");
}
