import { assumed } from "./assumed";
import { credentials, EksClient } from "./eks-client";
import { presigned } from "./signing";

let eks: EksClient;
beforeAll(async () => {
  eks = await EksClient.start();
});
afterAll(() => eks.server.close());

const callerIdentity = "Action=GetCallerIdentity&Version=2011-06-15";

test("STS tells who calls, by a form and by a presigned URL", async () => {
  const url = presigned(
    new URL(`${eks.server.url}/?${callerIdentity}`),
    [["host", `127.0.0.1:${eks.server.port}`]],
    credentials,
  );
  for (const asked of [eks.ask("POST", "/", callerIdentity), eks.send("GET", url, undefined, {})])
    expect((await asked).text).toContain("<Arn>arn:aws:iam::111122223333:user/deployer</Arn>");
});

test("an assumed role has temporary credentials, with which EKS is asked as that role", async () => {
  const from = Date.now();
  const role = await assumed(eks, { DurationSeconds: "900" });
  const assumedAt = Date.parse(role.expiration) - 900_000;
  expect(role.accessKeyId).toMatch(/^ASIA[0-9A-F]{16}$/);
  expect(role.arn).toBe("arn:aws:sts::444455556666:assumed-role/deployer/terraform");
  // Written in whole seconds.
  expect(assumedAt).toBeGreaterThan(from - 1000);
  expect(assumedAt).toBeLessThanOrEqual(Date.now() + 1000);
  expect(eks.server.log.at(-1)).toMatchObject({ route: "STS AssumeRole", accessKeyId: credentials.accessKeyId });
  expect((await eks.ask("GET", "/clusters", undefined, role)).status).toBe(200);
  expect(eks.server.log.at(-1)).toMatchObject({ route: "GET /clusters", accessKeyId: role.accessKeyId });
  expect((await eks.ask("POST", "/", callerIdentity, role)).text).toContain(`<Arn>${role.arn}</Arn>`);
});

test.each([
  ["an ARN of a user", { RoleArn: "arn:aws:iam::111122223333:user/deployer" }, "RoleArn is invalid"],
  ["a session name with a space", { RoleSessionName: "a b" }, "RoleSessionName must be"],
  ["a session name of 65 letters", { RoleSessionName: "a".repeat(65) }, "RoleSessionName must be"],
  ["899 seconds", { DurationSeconds: "899" }, "DurationSeconds"],
  ["a parameter that nothing here heeds", { ExternalId: "1" }, "ExternalId"],
])("AssumeRole refuses %s", async (_, over, message) => {
  const { text } = await assumed(eks, over);
  expect(text).toContain("<Code>ValidationError</Code>");
  expect(text).toContain(message);
});
