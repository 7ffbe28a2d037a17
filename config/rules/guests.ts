import { strings } from "../draft";
import type { Mistake, Path } from "../mistake";
import type { Rule } from "./rule";

/** One invitation each, and nobody who stands in the file as somebody else. */
export const guestList: Rule = function* ({ guests, users }) {
  const names = new Set(Object.keys(users).map((name) => name.toLowerCase()));
  const seen = new Set<string>();
  for (const { index, text } of strings(guests)) {
    const mail = text.toLowerCase();
    const path = ["guests", index];
    if (seen.has(mail)) yield { path, must: "must be listed once", got: `"${text}"` };
    if (names.has(mail)) yield asUser(path, text);
    seen.add(mail);
  }
};

function asUser(path: Path, text: string): Mistake {
  return {
    path,
    must: "must not stand under users too: the user principal name of a guest is another one",
    got: `"${text}"`,
    hint: "look it up in Entra; it looks like gus_fabrikam.com#EXT#@contoso.onmicrosoft.com",
  };
}
