import { withGrants } from "../access-text";
import { argocd, headlamp, krciPortal, withClients } from "../clients-text";
import { leaksOf } from "../leaks";
import { changesBetween } from "../stability/addresses";
import { synth } from "../synth";

const spa = 'url: "https://spa.contoso.com", callback: "https://spa.contoso.com/back", public: spa';
const native = headlamp.replace("headlamp.contoso", "native.contoso").concat(", public: native");
const program = synth(withClients({ headlamp, argocd, spa, native }));

test("a client with a secret has a stack of its own, and one without has none", () => {
  expect(Object.keys(program.stacks).filter((name) => name.startsWith("client-"))).toEqual([
    "client-argocd",
    "client-headlamp",
  ]);
  expect(program.dependencies["client-headlamp"]).toEqual(["login"]);
});

test("each redirect is registered for the kind of program that redeems the code", () => {
  const application = program.resource("login", "azuread_application", "login");
  expect(application["web"]).toMatchObject({
    redirect_uris: ["https://headlamp.contoso.com/oidc-callback", "https://argocd.contoso.com/auth/callback"],
  });
  expect(application["single_page_application"]).toEqual({ redirect_uris: ["https://spa.contoso.com/back"] });
  expect(application["public_client"]).toEqual({
    redirect_uris: [
      "http://localhost",
      "http://localhost:8085/auth/callback",
      "https://native.contoso.com/oidc-callback",
    ],
  });
});

test("a further portal comes back after the sign-in and the sign-out, and its Secret has what its chart reads", () => {
  const one = synth(withClients({ krci: krciPortal }));
  expect(one.resource("login", "azuread_application", "login")["web"]).toMatchObject({
    redirect_uris: ["https://krci.contoso.com/auth/callback", "https://krci.contoso.com/"],
  });
  const { metadata, data_wo: data } = one.resource("client-krci", "kubernetes_secret_v1", "client");
  expect(metadata).toMatchObject({ name: "krci-oidc", namespace: "krci" });
  expect(Object.keys(data as object).sort()).toEqual(["OIDC_CLIENT_SECRET", "SERVER_SECRET"]);
});

test("people come back after the sign-out to where the file says, whatever the preset would say", () => {
  const redirects = (keys: string) => {
    const application = synth(withClients({ web: keys })).resource("login", "azuread_application", "login");
    return (application["web"] as { redirect_uris: string[] }).redirect_uris.slice(1);
  };
  const out = ', logout: "https://contoso.com/goodbye"';
  expect(redirects(headlamp)).toEqual([]);
  expect(redirects(headlamp + out)).toEqual(["https://contoso.com/goodbye"]);
  expect(redirects(krciPortal + out)).toEqual(["https://contoso.com/goodbye"]);
});

test("a client that comes changes the redirects of the login and nothing else", () => {
  const before = synth(withGrants("[{ group: devs, clusterRole: view }]"));
  expect(changesBetween(before, synth(withClients({ headlamp })))).toEqual([
    "+ client-headlamp",
    "~ login azuread_application.login",
  ]);
});

test("no stack but its own sees the secret, which is put out nowhere", () => {
  expect(leaksOf(program)).toEqual([]);
  expect(program.stack("client-headlamp")).not.toHaveProperty("output");
});

test("it warns while the secret before still works, but the client may not know the next one", () => {
  const { assert } = program.find("client-argocd", "check", "secret_before") as { assert: unknown };
  expect(assert).toMatchObject([
    {
      error_message: expect.stringMatching(
        /^The client argocd has a new .* restart it in namespace argocd by/,
      ) as string,
    },
  ]);
});

test("without settings a secret lives 180 days, and it lives as the file says", () => {
  const start = (text: string) => synth(text).resource("client-headlamp", "time_static", "start")["triggers"];
  expect(start(withClients({ headlamp }))).toEqual({ lifetime_days: "180", overlap_days: "30" });
  const short = withClients({ headlamp: `${headlamp}, secret: { lifetimeDays: 60, overlapDays: 10 }` });
  expect(start(short)).toEqual({ lifetime_days: "60", overlap_days: "10" });
});
