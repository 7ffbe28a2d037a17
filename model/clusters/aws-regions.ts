/** How far AWS has numbered the regions of each area: docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html */
const highest: ReadonlyMap<string, number> = new Map([
  ...(["us-east", "us-west", "ap-south", "ap-east", "eu-central", "eu-south"] as const).map(
    (area) => [area, 2] as const,
  ),
  ...(["ap-northeast", "eu-west"] as const).map((area) => [area, 3] as const),
  ["ap-southeast", 7],
]);

/** The highest number of a region in an area such as `eu-central`; 1 in most. */
export const highestRegion = (area: string): number => highest.get(area) ?? 1;
