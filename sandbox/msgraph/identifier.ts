import { createHash, randomBytes, randomUUID } from "node:crypto";

export function newId(): string {
  return randomUUID();
}

/** The same UUID for the same text, so that a seeded directory has the same IDs every time. */
export function stableId(text: string): string {
  const bytes = createHash("sha1").update(text.toLowerCase()).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

export function isUuid(value: unknown): value is string {
  return typeof value === "string" && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value);
}

/** The ID of a consent: the IDs of everybody who takes part. [seen] */
export function grantId(...ids: readonly string[]): string {
  return Buffer.concat(ids.map(guidBytes)).toString("base64url");
}

/** The ID of an app role assignment: its principal and something random. [seen] */
export function assignmentId(principalId: string): string {
  return Buffer.concat([guidBytes(principalId), randomBytes(16)]).toString("base64url");
}

/** .NET writes the first three parts of a GUID with their bytes reversed. */
function guidBytes(id: string): Buffer {
  const bytes = Buffer.from(id.replaceAll("-", ""), "hex");
  const [first, second, third] = [bytes.subarray(0, 4), bytes.subarray(4, 6), bytes.subarray(6, 8)];
  return Buffer.concat([...[first, second, third].map((part) => Buffer.from(part).reverse()), bytes.subarray(8)]);
}
