/** Rows in columns with spaces between them, as kubectl prints a table; the first row holds the titles. */
export function inColumns(rows: readonly (readonly string[])[]): string {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [column, cell] of row.entries()) widths[column] = Math.max(widths[column] ?? 0, cell.length);
  }
  return rows
    .map((row) => {
      const last = row.length - 1;
      return row
        .map((cell, column) => (column === last ? cell : cell.padEnd((widths[column] ?? 0) + 3)))
        .join("")
        .trimEnd();
    })
    .join("\n");
}
