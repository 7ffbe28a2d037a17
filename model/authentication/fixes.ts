import { own } from "../own";
import { newKubeconfig, type Fix, type FixProps } from "./fix";
import { issuerFix } from "./issuer-fix";
import type { Check } from "./refusal";

/** There is no way to make it forget one cluster's tokens alone: github.com/int128/kubelogin, docs/usage.md */
const signInAgain =
  "Sign in again: run kubectl-oidc_login clean, which forgets the tokens of all clusters, then your kubectl command.";

const fixes: Readonly<Record<Check, (props: FixProps) => Fix>> = {
  form: () => ({ by: "person", sentence: `This is no ID token. ${signInAgain}` }),
  issuer: issuerFix,
  header: () => ({ by: "person", sentence: `The token is damaged, or was not made by Entra. ${signInAgain}` }),
  "registered claims": () => ({ by: "person", sentence: `Entra does not make such a token. ${signInAgain}` }),
  "claim sources": () => ({ by: "person", sentence: `Entra does not make such a token. ${signInAgain}` }),
  audience: audienceFix,
  expiry: expiryFix,
  "not before": () => ({
    by: "person",
    sentence:
      "The token is not valid yet, by the clock that was asked. Correct the clock of this machine, or the time after --at: Entra and EKS keep time by themselves.",
  }),
  algorithm: algorithmFix,
  signature: () => ({
    by: "person",
    sentence: `The issuer has no key that signed this token. If you gave keys with --jwks, fetch them anew. ${signInAgain}`,
  }),
  "distributed groups": groupsFix,
  username: usernameFix,
  "email verified": () => ({
    by: "Entra administrator",
    sentence:
      "Entra says that the mail address is not verified. Verify its domain, or set another login.username.claim.",
    at: ["login", "username", "claim"],
  }),
  groups: () => ({
    by: "Entra administrator",
    sentence:
      "The claim groups must be a list of object IDs. Remove what changes it: a claims mapping policy or a claims provider.",
  }),
  "required claim": requiredFix,
  "reserved name": ({ refusal: { claim = "" } }) => ({
    by: "operator",
    sentence: `Kubernetes reserves names that begin with system:. Set a prefix for them, or remove what writes such a ${claim} into the token.`,
    at: ["login", claim === "groups" ? "groups" : "username", "prefix"],
  }),
};

/** What has to be done so that an API server takes the next token of this person. */
export function fixOf(props: FixProps): Fix {
  return fixes[props.refusal.check](props);
}

function audienceFix({ refusal: { got = "" } }: FixProps): Fix {
  const other = got === "" ? "no application" : `the application ${got}`;
  return { by: "person", sentence: `The token is for ${other}, not for this login. ${newKubeconfig}` };
}

function expiryFix({ access: { login } }: FixProps): Fix {
  const v1 = "On v1 a token cannot be renewed, so everybody signs in every hour; login.issuer: v2 changes that.";
  return {
    by: "person",
    sentence: `${signInAgain} If it happens to a new token, correct the clock of this machine.${login.issuer === "v1" ? ` ${v1}` : ""}`,
  };
}

function algorithmFix({ access: { login }, refusal: { got } }: FixProps): Fix {
  if (got === "none" && login.issuer === "v1") {
    return {
      by: "operator",
      sentence: `Entra does not sign an ID token of v1 that is renewed. ${signInAgain} Set login.issuer: v2 so that it does not happen again.`,
      at: ["login", "issuer"],
    };
  }
  return { by: "person", sentence: `Entra signs ID tokens with RS256, so this one is not from Entra. ${signInAgain}` };
}

function groupsFix({ access: { login } }: FixProps): Fix {
  if (login.groups.emit === "assigned") {
    return {
      by: "operator",
      sentence:
        "The person is a direct member of more than 200 granted groups, so Entra lists none. Remove the person from groups until there are 200 or fewer.",
    };
  }
  return {
    by: "operator",
    sentence:
      "The person is in more than 200 groups, nested ones included, so Entra lists none. Remove the person from groups until there are 200 or fewer. Or set login.groups.emit: assigned: tokens then list granted groups alone, and only for their direct members; it needs Entra ID P1.",
    at: ["login", "groups", "emit"],
  };
}

function usernameFix({ access: { login }, refusal, claims }: FixProps): Fix {
  const { claim } = login.username;
  const at = ["login", "username", "claim"];
  if (refusal.got !== undefined) {
    return { by: "operator", sentence: `The claim ${claim} must be text. Choose another login.username.claim.`, at };
  }
  if (claim === "upn" && isOfGuest(claims) && !login.guests) {
    return {
      by: "operator",
      sentence:
        "The token is of a guest, and has no upn. Set login.guests: true, deploy login, and let the guest sign in again.",
      at: ["login", "guests"],
    };
  }
  if (claim === "email") {
    return {
      by: "Entra administrator",
      sentence: "The person has no mail address in Entra. Give the person one, or choose another login.username.claim.",
      at,
    };
  }
  return { by: "person", sentence: `The token was asked for without the scope profile. ${newKubeconfig}` };
}

/** Entra writes `idp` into a guest's token alone. */
const isOfGuest = (claims: FixProps["claims"]) => claims.has("idp");

function requiredFix({ access: { attributes }, cluster, refusal }: FixProps): Fix {
  const { claim = "", wanted = "", got } = refusal;
  const at = ["clusters", cluster, "requiredClaims", claim];
  const attribute = own(attributes, claim);
  const says = got === undefined ? "has no" : `has another`;
  const ways =
    attribute === undefined
      ? `Change the required claim, or what Entra stores about the person.`
      : `Set ${JSON.stringify(wanted)} for the person under users, and deploy attributes. Then the person signs in again.`;
  return { by: "operator", sentence: `The token ${says} ${claim}. ${ways}`, at };
}
