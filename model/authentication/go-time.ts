/** Of `time` in Go: from its first year, of which it counts in 64 bits without a sign, to 1970. */
const sinceFirstYear = 9_223_372_028_715_321_600n;
const day = 86_400n;
const firstYear = -292_277_022_399n;
const [days400, years400] = [146_097n, 400n];

/** An instant as Go prints it, of a server whose clock is UTC: `2026-11-27 03:00:00 +0000 UTC`. */
export function goTime(seconds: bigint | undefined): string {
  if (seconds === undefined) return "0001-01-01 00:00:00 +0000 UTC";
  const absolute = BigInt.asUintN(64, seconds + sinceFirstYear);
  // Dates repeat each 400 years, and the first year is like 2001.
  const cycle = absolute / day / days400;
  const inside = new Date(Number(absolute - cycle * days400 * day) * 1000 + Date.UTC(2001, 0, 1));
  const year = BigInt(inside.getUTCFullYear() - 2001) + cycle * years400 + firstYear;
  const digits = String(year < 0n ? -year : year).padStart(4, "0");
  const rest = inside.toISOString().slice(4, 19).replace("T", " ");
  return `${year < 0n ? "-" : ""}${digits}${rest} +0000 UTC`;
}
