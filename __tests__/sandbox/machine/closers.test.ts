import { Closers } from "../../../sandbox/machine/closers";

test("what was started last is ended first, once, and a failure keeps nothing else running", async () => {
  const ended: string[] = [];
  const closers = new Closers();
  closers.add("etcd", (name) => void ended.push(name));
  closers.add("broken", () => Promise.reject(new Error("broken")));
  closers.add("locked", () => {
    throw new Error("locked");
  });
  closers.add("server", (name) => void ended.push(name));
  await closers.close();
  await closers.close();
  expect(ended).toEqual(["server", "etcd"]);
});
