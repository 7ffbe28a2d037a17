import type { ReportPart } from "./part";

/** Each grant stands once, and people name it by its position in `grants`; `namespaces: null` is the whole cluster. */
export function asJson({ file, report, place, findings }: ReportPart): object {
  const positions = new Map(report.grants.map((grant, index) => [grant, index]));
  return {
    file,
    clusters: report.clusters,
    grants: report.grants.map(({ at, namespaces, ...grant }) => ({
      ...grant,
      namespaces: namespaces ?? null,
      place: place(at),
    })),
    holders: report.holders.map(({ name, kind, held, refused, withoutGroups }) => ({
      name,
      kind,
      held: held.map(({ grant, listedIn }) => ({ grant: positions.get(grant), listedIn })),
      refused: Object.fromEntries(refused),
      withoutGroups: Object.fromEntries(withoutGroups),
    })),
    findings: findings ?? null,
  };
}
