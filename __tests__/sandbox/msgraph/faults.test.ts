import type { Faults } from "../../../sandbox/msgraph/faults";
import { Client } from "./client";

let client: Client | undefined;

afterEach(async () => {
  jest.restoreAllMocks();
  await client?.server.close();
});

async function statuses(faults: Faults): Promise<readonly number[]> {
  const started = await Client.start(faults);
  for (let request = 0; request < 40; request += 1) await started.get("users");
  await started.server.close();
  return started.server.log.slice(1).map(({ status }) => status);
}

test("a share of requests is throttled and another share unavailable, the same ones every time", async () => {
  const faults = { throttledShare: 0.2, unavailableShare: 0.2 };
  const first = await statuses(faults);
  expect(new Set(first)).toEqual(new Set([200, 429, 503]));
  expect(await statuses(faults)).toEqual(first);
});

test("which change is spoiled does not depend on who reads before it", async () => {
  const spoiled = async (reads: number) => {
    const started = await Client.start({ throttledShare: 0.2 });
    const answers: number[] = [];
    for (let change = 0; change < 20; change += 1) {
      for (let read = 0; read < reads; read += 1) await started.get("users");
      answers.push((await started.patch("users/ada@contoso.com", { displayName: "Ada" })).status);
    }
    await started.server.close();
    return answers;
  };
  const alone = await spoiled(0);
  expect(new Set(alone)).toEqual(new Set([204, 429]));
  expect(await spoiled(2)).toEqual(alone);
});

test("the same request is not spoiled more often in a row than is said, others are meanwhile", async () => {
  client = await Client.start({ throttledShare: 0.5, unavailableShare: 0.5, inARow: 2 });
  const asked: string[] = [];
  for (let turn = 0; turn < 6; turn += 1) {
    for (const path of ["users", "groups"]) asked.push(`${path} ${String((await client.get(path)).status === 200)}`);
  }
  const turns = (path: string) => asked.filter((one) => one.startsWith(path)).map((one) => one.endsWith("true"));
  for (const path of ["users", "groups"]) expect(turns(path)).toEqual([false, false, true, false, false, true]);
});

test("a throttled request says when to come back, and has changed nothing", async () => {
  client = await Client.start({ throttledShare: 1 });
  const reply = await client.delete("users/ada@contoso.com");
  expect(reply).toMatchObject({ status: 429, headers: { "retry-after": "1" } });
  expect(client.directory.all("users")).toHaveLength(3);
});

test("faults can be replaced while the server runs", async () => {
  client = await Client.start({ unavailableShare: 1 });
  expect((await client.get("users")).status).toBe(503);
  client.server.faults = {};
  expect((await client.get("users")).status).toBe(200);
});

test("a request waits for what it is told to wait for, and nothing is done before", async () => {
  client = await Client.start();
  let goOn: () => void = () => undefined;
  const until = new Promise<void>((resolve) => (goOn = resolve));
  const { server, directory } = client;
  const waits = new Promise<void>((resolve) => {
    server.faults = {
      get until() {
        resolve();
        return until;
      },
    };
  });
  const deleted = client.delete("users/ada@contoso.com");
  await Promise.race([waits, deleted]);
  server.faults = {};
  expect((await client.get("users")).status).toBe(200);
  expect(directory.all("users")).toHaveLength(3);
  goOn();
  expect((await deleted).status).toBe(204);
  expect(directory.all("users")).toHaveLength(2);
});

/** Time passes when it is told to: a slow machine sees the same as a fast one. */
function stoppedClock(): (ms: number) => void {
  let now = Date.now();
  jest.spyOn(Date, "now").mockImplementation(() => now);
  return (ms) => (now += ms);
}

const newGroup = { displayName: "new", mailEnabled: false, mailNickname: "new", securityEnabled: true };

test("a new object is unknown to reads, changes and references until it is replicated", async () => {
  const pass = stoppedClock();
  client = await Client.start({ consistencyMs: 300 });
  const { body: made } = await client.post("groups", newGroup);
  expect((await client.get(`groups/${made.id}`)).status).toBe(404);
  expect((await client.get("groups?$filter=displayName eq 'new'".replaceAll(" ", "%20"))).body.value).toEqual([]);
  expect((await client.patch(`groups/${made.id}`, { description: "soon" })).status).toBe(404);
  const [platform] = (await client.get("groups?$filter=displayName%20eq%20'platform'")).body.value;
  expect((await client.post(`groups/${platform!.id}/members/$ref`, client.reference(made.id))).status).toBe(404);
  pass(299);
  expect((await client.get(`groups/${made.id}`)).status).toBe(404);
  pass(1);
  expect((await client.get(`groups/${made.id}`)).status).toBe(200);
});

test("where only reads lag, changes and references find a new object at once", async () => {
  const pass = stoppedClock();
  client = await Client.start({ consistencyMs: 300, onlyReadsLag: true });
  const { body: made } = await client.post("groups", newGroup);
  expect((await client.get(`groups/${made.id}`)).status).toBe(404);
  expect((await client.get("groups?$filter=displayName eq 'new'".replaceAll(" ", "%20"))).body.value).toEqual([]);
  expect((await client.patch(`groups/${made.id}`, { description: "soon" })).status).toBe(204);
  const [platform] = (await client.get("groups?$filter=displayName%20eq%20'platform'")).body.value;
  expect((await client.post(`groups/${platform!.id}/members/$ref`, client.reference(made.id))).status).toBe(204);
  const members = async () => (await client!.get(`groups/${platform!.id}/members`)).body.value.map(({ id }) => id);
  expect(await members()).not.toContain(made.id);
  pass(299);
  expect((await client.get(`groups/${made.id}`)).status).toBe(404);
  pass(1);
  expect((await client.get(`groups/${made.id}`)).status).toBe(200);
  expect(await members()).toContain(made.id);
});
