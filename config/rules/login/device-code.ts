import type { Rule } from "../rule";

/**
 * v1 answers with numbers as text, which kubelogin does not read. Device code makes the application a public client, from
 * which Entra takes no secret (AADSTS700025).
 */
export const deviceCode: Rule = function* ({ login }) {
  if (!login.deviceCode) return;
  const path = ["login", "deviceCode"];
  if (login.issuer === "v1") {
    yield { path, must: 'must be false with issuer "v1", because kubelogin cannot read its device codes' };
  }
  if (login.kubectl === "confidential") {
    yield {
      path,
      must: 'must be false with kubectl "confidential", because Entra takes no client secret with a device code',
    };
  }
};
deviceCode.brings = {
  "login.deviceCode": "must be false with `issuer: v1`; must be false with `kubectl: confidential`",
};
