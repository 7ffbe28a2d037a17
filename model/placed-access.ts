import type { Access } from "../config/schema/access";

/** An access file without mistakes, and where it is. */
export interface PlacedAccess {
  readonly access: Access;
  /** Absolute path of the folder that the file is in: paths in the file are seen from there. */
  readonly directory: string;
}
