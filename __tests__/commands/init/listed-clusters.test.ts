import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { listedClusters } from "../../../commands/init/listed-clusters";

const env = { ...process.env };
let server: Server;
let asked: string[];

/** Amazon EKS, which tells a hundred clusters at a time: docs.aws.amazon.com/eks/latest/APIReference/API_ListClusters.html */
beforeEach(async () => {
  asked = [];
  server = createServer(({ url = "" }, response) => {
    asked.push(url);
    const page = Number(new URL(url, "http://eks.test").searchParams.get("nextToken") ?? 0);
    const clusters = Array.from({ length: page === 2 ? 7 : 100 }, (_, at) => `c${String(page * 100 + at)}`);
    response.setHeader("Content-Type", "application/json");
    response.end(JSON.stringify({ clusters, ...(page === 2 ? {} : { nextToken: String(page + 1) }) }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  process.env["AWS_ENDPOINT_URL_EKS"] = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  process.env["AWS_ACCESS_KEY_ID"] = "made-up";
  process.env["AWS_SECRET_ACCESS_KEY"] = "made-up";
});
afterEach(() => {
  server.close();
  server.closeAllConnections();
  process.env = { ...env };
});

test("a region with more than a hundred clusters is told whole", async () => {
  const found = await listedClusters("eu-central-1", AbortSignal.timeout(10_000));
  expect(found).toHaveLength(207);
  expect(found).toContainEqual({ name: "c206", region: "eu-central-1" });
  expect(asked).toHaveLength(3);
});
