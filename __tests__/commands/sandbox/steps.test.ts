import { Steps } from "../../../commands/sandbox/steps";
import { asFound, standardError } from "../../standard-error";

let written: string[];

beforeEach(() => {
  written = [];
  jest.useFakeTimers();
  jest.spyOn(process.stderr, "write").mockImplementation((text) => written.push(String(text)) > 0);
});
afterEach(() => {
  jest.useRealTimers();
  jest.restoreAllMocks();
  asFound();
});

/** Steps on a terminal so wide, or on none. */
function steps(width?: number): Steps {
  standardError(width !== undefined, width);
  const started = new Steps();
  started.total = () => 12;
  return started;
}

/** Two stacks, one of which waits for the other. */
function applyBoth(of: Steps): void {
  of.tell({ stack: "people", phase: "apply", outcome: "started" });
  of.tell({ stack: "rbac-prod", phase: "apply", outcome: "waiting", waitsFor: ["people"] });
  jest.advanceTimersByTime(21_000);
  of.tell({ stack: "people", phase: "apply", outcome: "done", seconds: 21 });
  of.tell({ stack: "rbac-prod", phase: "apply", outcome: "started" });
  jest.advanceTimersByTime(4_500);
  of.tell({ stack: "rbac-prod", phase: "apply", outcome: "done", seconds: 4.5 });
}

test("where nobody watches, each step is one line when it has ended, with its number and its time", () => {
  const told = steps();
  applyBoth(told);
  told.stop();
  expect(written).toEqual(["[ 1/12] people: apply done 21.0 s\n", "[ 2/12] rbac-prod: apply done 4.5 s\n"]);
});

test("a terminal shows what is running, for how long, and what it waits for, in one line", () => {
  const told = steps(200);
  applyBoth(told);
  told.stop();
  expect(written.some((text) => text.includes("rbac-prod: apply 4 s") && !text.includes("waits for people"))).toBe(
    true,
  );
  const last = written.filter((text) => text.includes("21 s"))[0];
  expect(last).toBe(
    "\r\x1b[K[ 0/12] people: apply 21 s (the azuread provider waits until Entra shows each change); rbac-prod: apply waits for people",
  );
  expect(written.filter((text) => text.includes("\n"))).toHaveLength(2);
  expect(written.at(-1)).toBe("[ 2/12] rbac-prod: apply done 4.5 s\n");
});

test("the line is as wide as the terminal, and a line that stays takes its place", () => {
  const told = steps(30);
  told.begin("people: apply", "waits for login");
  told.say("A sentence.");
  told.stop();
  expect(written).toEqual([
    "\r\x1b[K[ 0/12] people: apply 0 s (wa",
    "\r\x1b[K",
    "A sentence.\n",
    "\r\x1b[K[ 0/12] people: apply 0 s (wa",
    "\r\x1b[K",
  ]);
});

test("what several stacks have to say is told once", () => {
  const told = steps();
  const note = "no aws provider in the range >= 6.0 was found, 5.100.0 is used";
  for (const stack of ["eks-prod", "eks-stage"]) told.tell({ stack, phase: "init", outcome: "done", note });
  told.tell({ stack: "rbac-prod", phase: "init", outcome: "skipped", note: "there is no API server" });
  told.stop();
  expect(written).toEqual([
    `[ 1/12] eks-prod: init done (${note})\n`,
    "[ 2/12] eks-stage: init done\n",
    "[ 3/12] rbac-prod: init skipped (there is no API server)\n",
  ]);
});

test("how many steps there are may not be known yet, and falls when something is left out", () => {
  const told = steps();
  told.total = () => undefined;
  told.begin("servers");
  told.end("servers");
  told.total = () => 9;
  told.end("people: init");
  told.stop();
  expect(written).toEqual(["[1/?] servers done 0.0 s\n", "[2/9] people: init done\n"]);
});
