/** A rule of an `AuthenticationConfiguration` in CEL, and what the API server writes to its log if it does not hold. */
export interface CelRule {
  readonly expression: string;
  readonly message: string;
}
