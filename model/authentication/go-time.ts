/** An instant as Go prints it, of a server whose clock is UTC: `2026-11-27 03:00:00 +0000 UTC`. */
export function goTime(seconds: bigint | undefined): string {
  if (seconds === undefined) return "0001-01-01 00:00:00 +0000 UTC";
  const date = new Date(Number(seconds) * 1000);
  if (Number.isNaN(date.getTime())) return `${String(seconds)} s since 1970`;
  return date
    .toISOString()
    .replace("T", " ")
    .replace(/\.\d+Z$/, " +0000 UTC");
}
