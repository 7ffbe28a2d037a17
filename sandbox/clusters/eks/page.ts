import { invalidParameter } from "./aws-refusal";

/** One page of a list. [doc] `maxResults` is from 1 to 100; `nextToken` is ours to word. */
export function page(key: string, items: readonly unknown[], query: URLSearchParams) {
  const most = Number(query.get("maxResults") ?? 100);
  if (!(most >= 1 && most <= 100)) throw invalidParameter("maxResults must be from 1 to 100");
  const from = Number(query.get("nextToken") ?? 0);
  const next = from + most < items.length ? { nextToken: String(from + most) } : {};
  return { [key]: items.slice(from, from + most), ...next };
}
