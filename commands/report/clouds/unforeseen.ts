import { own } from "../../../model/own";
import type { Program, StackText } from "./program";
import type { StackValues } from "./stack-values";

/** What makes a provider look at another place; a token or a command for one does not. */
const places: Readonly<Record<string, readonly string[]>> = {
  aws: ["region", "profile", "assume_role"],
  azuread: ["tenant_id"],
  kubernetes: ["host", "config_path", "config_context"],
  msgraph: ["tenant_id"],
};

/** A stack that looks at another tenant, account, region or cluster than before: what is there, only a plan tells. */
export interface Unforeseen {
  readonly stack: string;
  readonly sentence: string;
}

/** A provider that a stack did not have before looks at no other place. */
export function unforeseen(
  before: Program,
  after: Program,
  [old, now]: readonly [StackValues, StackValues],
): Unforeseen[] {
  const placed = (values: StackValues, stack: StackText, provider: string, setting: string) => {
    const [settings = {}] = (own(stack.providers, provider) ?? []) as readonly Readonly<Record<string, unknown>>[];
    return values.text(stack, own(settings, setting));
  };
  return [...after.values()].flatMap((stack) => {
    const was = before.get(stack.name);
    if (was === undefined) return [];
    const both = Object.entries(places).filter(([provider]) =>
      [was, stack].every(({ providers }) => Object.hasOwn(providers, provider)),
    );
    const moved = both.flatMap(([provider, settings]) =>
      settings
        .filter((setting) => placed(old, was, provider, setting) !== placed(now, stack, provider, setting))
        .map((setting) => `${setting} of ${provider}`),
    );
    if (moved.length === 0) return [];
    const { name } = stack;
    return [
      {
        stack: name,
        sentence: `The stack ${name} looks at another place than before (${moved.join(", ")}). What it finds there, only npx cdktf diff ${name} tells.`,
      },
    ];
  });
}
