/** How a resource of `msgraph` bears what Microsoft Graph has not replicated yet. */
export interface Patience {
  /** Errors after which it tries again, as regular expressions; 429 and 5xx are tried again anyway. */
  readonly retryOn: readonly string[];
  /** How long each of its operations may take, such as `5m`. */
  readonly timeout: string;
}

/** The arguments `retry` and `timeouts`. */
export function patient({ retryOn, timeout }: Patience, operations: readonly ("create" | "update" | "delete")[]) {
  return {
    retry: { error_message_regex: retryOn },
    timeouts: Object.fromEntries(operations.map((operation) => [operation, timeout])),
  };
}
