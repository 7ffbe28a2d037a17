import type { AccessFile } from "../../config/load";
import type { FixProps } from "../../model/authentication/fix";
import { fixOf } from "../../model/authentication/fixes";
import { placeInFile } from "../place-in-file";

/** What has to be done after a refusal: by whom, and where in the access file. */
export function fixInWords(file: AccessFile, refused: Omit<FixProps, "access">): string {
  const { by, sentence, at } = fixOf({ access: file.access, ...refused });
  return `For the ${by}: ${sentence}${at === undefined ? "" : ` (${placeInFile(file, at)})`}`;
}
