import { withGrants } from "../../../access-text";
import { quietLogin, warningsIn } from "../../../printed-warnings";

const told = (region: string, more = "") =>
  warningsIn(
    `${withGrants("[{ group: devs, clusterRole: view }]").replace("eu-central-1", region)}${quietLogin}${more}`,
  );

test("a region far beyond the last one of its area is told; the next ones may be there by now", () => {
  expect(told("eu-central-9")).toEqual([
    'access.yaml:5:36 clusters.prod.eks.region is "eu-central-9", but the last region of eu-central that this release knows is eu-central-2. If there is no such region, the deployment fails.',
  ]);
  for (const region of ["eu-central-1", "eu-central-4", "ap-southeast-7", "us-gov-west-1", "eusc-de-east-1"]) {
    expect([region, told(region)]).toEqual([region, []]);
  }
});

test("that of a bucket too", () => {
  expect(told("eu-central-1", "backend: { type: s3, bucket: states-of-ours, region: us-east-11 }\n")).toEqual([
    expect.stringMatching(/^access\.yaml:8:54 backend\.region is "us-east-11", but the last region/) as string,
  ]);
});
