import type { z } from "zod";
import { AwsRefusal, invalidParameter } from "./aws-refusal";

/**
 * Reads the JSON of a request.
 *
 * @throws AwsRefusal if it is not what the API model has
 */
export function requestBody<Schema extends z.ZodType>(text: string, schema: Schema): z.output<Schema> {
  const result = schema.safeParse(json(text));
  if (result.success) return result.data;
  const problems = result.error.issues.map((issue) => {
    const path = issue.path.map(String).join(".");
    const [inner] = issue.code === "invalid_key" ? issue.issues : [];
    return `${path === "" ? "" : `${path}: `}${inner?.message ?? issue.message}`;
  });
  // [guess] The service may overlook what it does not know; here a typing error has to be seen.
  if (result.error.issues.some(({ code }) => code === "unrecognized_keys"))
    throw new AwsRefusal(400, "ValidationException", problems.join("; "));
  throw invalidParameter(problems.join("; "));
}

function json(text: string): unknown {
  try {
    return JSON.parse(text === "" ? "{}" : text);
  } catch {
    // [guess] Type of the error, from other services of the same protocol.
    throw new AwsRefusal(400, "SerializationException", "the body is not JSON");
  }
}
