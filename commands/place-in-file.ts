import type { AccessFile } from "../config/load";
import { written, type Path } from "../config/mistake";

/** `access.yaml:23:7 clusters.prod.grants[1]`; the line is of the nearest thing if the path itself is not there. */
export function placeInFile({ name, source }: Pick<AccessFile, "name" | "source">, path: Path): string {
  const { file = name, source: text, path: inside } = source.originOf(path);
  const { line, column } = text.locate(inside);
  return `${file}:${String(line)}:${String(column)} ${written(inside)}`;
}
