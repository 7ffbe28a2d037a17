import { withGrants } from "../../access-text";

/** A file with one role of one rule that no grant names; the rule begins at column 25 of line 7. */
export const withRule = (rule: string) => withGrants("[]", undefined, `{ own: { rules: [${rule}] } }`);

/** A rule about resources, its lists as they stand in the file. */
export const ruleOf = (apiGroups: string, resources: string, verbs: string) =>
  `{ apiGroups: ${apiGroups}, resources: ${resources}, verbs: ${verbs} }`;
