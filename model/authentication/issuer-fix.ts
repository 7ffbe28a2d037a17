import { newKubeconfig, type Fix, type FixProps } from "./fix";

const tenantIn = /^https:\/\/(?:sts\.windows\.net|login\.microsoftonline\.com)\/([0-9a-f-]{36})(\/v2\.0)?\/?$/i;

/** An API server compares the issuer letter by letter, and says nothing of it in its log. */
export function issuerFix({ access, refusal }: FixProps): Fix {
  const { got = "", wanted = "" } = refusal;
  const { tenant, login } = access;
  if (got === `${wanted}/` || `${got}/` === wanted) {
    const more =
      got.length > wanted.length
        ? "has a slash at its end that the cluster does not expect"
        : "lacks the slash at its end";
    return { by: "operator", sentence: `The token's issuer ${more}. Deploy login and the cluster's stack again.` };
  }
  const [, otherTenant] = tenantIn.exec(got) ?? [];
  if (otherTenant === undefined) {
    return {
      by: "person",
      sentence: `The token is not from Entra, but from ${got === "" ? "nobody" : got}. ${newKubeconfig}`,
    };
  }
  if (otherTenant.toLowerCase() !== tenant) {
    return {
      by: "person",
      sentence: `The token is of the tenant ${otherTenant}, but the access file's is ${tenant}. Sign in with an account of that tenant. ${newKubeconfig}`,
    };
  }
  const version = got.includes("sts.windows.net") ? "v1" : "v2";
  if (version === login.issuer)
    return { by: "operator", sentence: `The token's issuer is ${got}. Deploy login again.` };
  return {
    by: "person",
    sentence: `The token comes from Entra's ${version} endpoint, but login.issuer is ${login.issuer}. ${newKubeconfig}`,
  };
}
