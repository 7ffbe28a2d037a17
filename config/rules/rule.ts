import type { Draft } from "../draft";
import type { Mistake } from "../mistake";

/** The mistakes that a rule tells of, each by the key that it stands at: `*` is any name, `[]` any entry. */
export type Brings = Readonly<Record<string, string>>;

/** What one entry of an access file demands of another. */
export interface Rule {
  (draft: Draft): Iterable<Mistake>;
  /**
   * For the reference: what must hold at each key, in short.
   *
   * @default - the reference does not tell of it, which a test refuses
   */
  brings?: Brings;
}
