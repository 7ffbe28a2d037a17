/** A statement of an IAM policy that allows. */
export interface IamStatement {
  readonly Effect: "Allow";
  readonly Action: readonly string[];
  readonly Resource: readonly string[];
  /**
   * Conditions, all of which must hold.
   *
   * @default - none
   */
  readonly Condition?: { readonly StringEquals: Readonly<Record<string, string>> };
}

/** An identity-based IAM policy: docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html */
export interface IamPolicy {
  readonly Version: "2012-10-17";
  readonly Statement: readonly IamStatement[];
}

/** Statements as a policy; those of the same resources and conditions become one. */
export function iamPolicy(statements: readonly IamStatement[]): IamPolicy {
  const merged = new Map<string, IamStatement>();
  for (const statement of statements) {
    const { Action, ...rest } = statement;
    const key = JSON.stringify(rest);
    const before = merged.get(key)?.Action ?? [];
    merged.set(key, { Effect: "Allow", Action: [...new Set([...before, ...Action])].sort(), ...withoutEffect(rest) });
  }
  return { Version: "2012-10-17", Statement: [...merged.values()] };
}

const withoutEffect = ({ Resource, Condition }: Omit<IamStatement, "Action">) => ({
  Resource,
  ...(Condition === undefined ? {} : { Condition }),
});
