const comparisons = {
  eq: (left, right) => left === right,
  ne: (left, right) => left !== right,
  gt: (left, right) => left !== null && right !== null && left > right,
  ge: (left, right) => left !== null && right !== null && left >= right,
  lt: (left, right) => left !== null && right !== null && left < right,
  le: (left, right) => left !== null && right !== null && left <= right,
} satisfies Readonly<Record<string, (left: Comparable, right: Comparable) => boolean>>;

type Comparable = string | number | boolean | null;

export type Comparison = keyof typeof comparisons;

export function isComparison(operator: string): operator is Comparison {
  return Object.hasOwn(comparisons, operator);
}

/** Compares two values; text without regard to case. [doc] */
export function compare(comparison: Comparison, left: unknown, right: unknown): boolean {
  return comparisons[comparison](comparable(left), comparable(right));
}

function comparable(value: unknown): Comparable {
  if (typeof value === "string") return value.toLowerCase();
  return typeof value === "number" || typeof value === "boolean" ? value : null;
}
