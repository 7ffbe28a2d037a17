import { Turns } from "../../../sandbox/terraform/turns";

test("so many run at once as may, the others in their order once one has ended, also by a failure", async () => {
  const turns = new Turns(2);
  const begun: number[] = [];
  const enders: ((failure?: Error) => void)[] = [];
  const run = (number: number) =>
    turns.take(() => {
      begun.push(number);
      return new Promise<void>((resolve, reject) =>
        enders.push((failure) => {
          if (failure === undefined) resolve();
          else reject(failure);
        }),
      );
    });
  const settled = Promise.allSettled([0, 1, 2, 3].map(run));
  const pause = () => new Promise((resolve) => setImmediate(resolve));
  await pause();
  expect(begun).toEqual([0, 1]);
  enders[1]?.(new Error("no"));
  await pause();
  expect(begun).toEqual([0, 1, 2]);
  enders[0]?.();
  await pause();
  expect(begun).toEqual([0, 1, 2, 3]);
  for (const end of enders) end();
  expect((await settled).map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled", "fulfilled"]);
});
