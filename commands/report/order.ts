/** By what a report is sorted. */
export const orders = ["person", "cluster", "role", "namespace"] as const;
export type Order = (typeof orders)[number];
