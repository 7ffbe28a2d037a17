import type { AccessFile } from "../config/load";
import { written, type Path } from "../config/mistake";

/** `access.yaml:23:7 clusters.prod.grants[1]`; the line is of the nearest thing if the path itself is not there. */
export function placeInFile({ name, source }: Pick<AccessFile, "name" | "source">, path: Path): string {
  const { line, column } = source.locate(path);
  return `${name}:${String(line)}:${String(column)} ${written(path)}`;
}
