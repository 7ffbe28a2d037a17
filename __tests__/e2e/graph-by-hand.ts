import type { Sandbox } from "../../sandbox/sandbox";

/** A request to Microsoft Graph beside Terraform, as an administrator would make it. */
export async function graphByHand(
  { graph, props: { seed } }: Sandbox,
  method: string,
  path: string,
  body?: object,
): Promise<number> {
  const form = new URLSearchParams({
    grant_type: "client_credentials",
    client_id: seed.deployer.clientId,
    client_secret: seed.deployer.clientSecret,
    scope: `${graph.url}/.default`,
  });
  const signedIn = await graph.handle({
    method: "POST",
    path: `/${seed.tenant.id}/oauth2/v2.0/token`,
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: form.toString(),
  });
  const { access_token } = JSON.parse(signedIn.body) as { access_token: string };
  const headers = { authorization: `Bearer ${access_token}`, "content-type": "application/json" };
  const answer = await graph.handle({
    method,
    path: `/v1.0${path}`,
    headers,
    body: body === undefined ? "" : JSON.stringify(body),
  });
  return answer.status;
}
