import type { LoggedRequest } from "../../../sandbox/machine/listening";
import { QuietTime } from "../../../sandbox/machine/quiet-time";

test("time counts as quiet as long as no request comes", () => {
  jest.useFakeTimers();
  const log: LoggedRequest[] = [];
  const quiet = new QuietTime([log, []]);
  jest.advanceTimersByTime(1000);
  for (let times = 0; times < 4; times++) {
    log.push({ method: "GET", path: "/", status: 200, route: "/" });
    jest.advanceTimersByTime(250);
  }
  jest.advanceTimersByTime(500);
  expect(quiet.stop()).toBe(1.5);
  jest.useRealTimers();
});
