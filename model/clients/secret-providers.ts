/** What is known of the cluster of a secret; its kind is known. */
interface Holder {
  readonly eks?: { readonly credentials?: unknown } | undefined;
}

/**
 * The providers that reach a client's secret: of the API server or of AWS Secrets Manager, and AWS where it gives the token for
 * the API server.
 *
 * @param store as the access file has it
 */
export function secretProviders({ eks }: Holder, store: unknown): readonly string[] {
  if (eks === undefined) return ["kubernetes"];
  if (typeof store === "object") return ["aws"];
  return typeof eks.credentials === "object" ? ["kubernetes"] : ["kubernetes", "aws"];
}
