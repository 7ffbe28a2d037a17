import { withTenant } from "../../access-text";
import { describeRules } from "./describe-rules";

const must = "must not contain invisible characters: no control, zero-width or right-to-left marks";
const named = (name: string) => withTenant(`groups: { devs: { displayName: "${name}" } }`);

describeRules([
  [
    "a name turns no text around",
    named("Devs \\u202Egnp"),
    [`access.yaml:2:32 groups.devs.displayName ${must}, got "Devs \\u{202e}gnp"`],
    named("Devs \u05d0\u05d1 אב"),
  ],
  [
    "a name has no joiner that joins nothing",
    named("De\\u200Dvs"),
    [`access.yaml:2:32 groups.devs.displayName ${must}, got "De\\u{200d}vs"`],
    named("گروه\u200cها 👩\u200d💻 ❤\ufe0f"),
  ],
  [
    "a name has no control character",
    named("Nora\\b\\f"),
    [`access.yaml:2:32 groups.devs.displayName ${must}, got "Nora\\b\\f"`],
    named("Nora \\\\b"),
  ],
  [
    "a name is one line",
    named("a\\n::error::b"),
    [String.raw`access.yaml:2:32 groups.devs.displayName must be one line, got "a\n::error::b"`],
    withTenant("groups:\n  devs:\n    description: |\n      Two\n      lines\n    members: []"),
  ],
]);
