import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { directoryRoles } from "../../model/permissions/directory-roles";
import type { Caller } from "./caller";
import { GraphError } from "./graph-error";
import { type JsonObject, objectAt, textAt, textsAt } from "./json";

const lifetime = 3599;

/** Access tokens for Graph. Nobody but Graph reads their signature, so a key that only it knows will do. [doc] */
export class AccessTokens {
  private readonly key = randomBytes(32);

  issue(claims: JsonObject): JsonObject {
    const now = Math.floor(Date.now() / 1000);
    const content = [
      { typ: "JWT", alg: "HS256" },
      { iat: now, nbf: now, exp: now + lifetime, ...claims },
    ];
    const signed = content.map((part) => Buffer.from(JSON.stringify(part)).toString("base64url")).join(".");
    const access_token = `${signed}.${this.sign(signed).toString("base64url")}`;
    return { token_type: "Bearer", expires_in: lifetime, ext_expires_in: lifetime, access_token };
  }

  /** Who asks; throws 401 unless an Authorization header carries a living token. */
  check(authorization: string | undefined): Caller {
    const [, token] = /^Bearer (.+)$/.exec(authorization ?? "") ?? [];
    if (token === undefined) throw unauthorized("Access token is empty."); // [seen]
    const [header = "", payload = "", signature = ""] = token.split(".");
    const expected = this.sign(`${header}.${payload}`);
    const given = Buffer.from(signature, "base64url");
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
      throw unauthorized("Access token validation failure. Invalid signature.");
    }
    const read: unknown = JSON.parse(Buffer.from(payload, "base64url").toString());
    const claims = objectAt({ read }, "read");
    if (Number(claims["exp"]) * 1000 < Date.now()) {
      throw unauthorized("Lifetime validation failed, the token is expired.");
    }
    const roles = textsAt(claims, "wids");
    return {
      objectId: textAt(claims, "oid"),
      permissions: textsAt(claims, "roles"),
      directoryRoles: Object.entries(directoryRoles).flatMap(([name, id]) => (roles.includes(id) ? [name] : [])),
    };
  }

  private sign(text: string): Buffer {
    return createHmac("sha256", this.key).update(text).digest();
  }
}

function unauthorized(message: string): GraphError {
  return new GraphError(401, "InvalidAuthenticationToken", message);
}
