import type { Access } from "../../config/schema/access";
import type { DirectorySeed } from "../../sandbox/msgraph/directory-view";
import { missingParts, realTest, startWorld, type World } from "./world";

interface TestWorldProps {
  /** What is in the directory beside those whom the file names. */
  readonly more?: Partial<DirectorySeed>;
  /** What this machine lacks. */
  readonly missing?: readonly string[];
  /** Stacks that are deployed before the first test. */
  readonly deployed?: readonly string[];
}

/** A world that is there while the tests of a file run, and `real`, a `test` that is skipped where it cannot be. */
export function testWorld(
  access: Access,
  { more = {}, missing = missingParts(), deployed = [] }: TestWorldProps = {},
): { readonly real: ReturnType<typeof realTest>; readonly world: World } {
  let started: World | undefined;
  beforeAll(async () => {
    if (missing.length > 0) return;
    started = await startWorld(access, more);
    if (deployed.length > 0) await (await started.deployment()).apply(deployed);
  });
  afterAll(() => started?.end());
  const there = (): World => {
    if (started === undefined) throw new Error("the world is there once a test runs");
    return started;
  };
  return {
    real: realTest(missing),
    world: {
      get sandbox() {
        return there().sandbox;
      },
      get events() {
        return there().events;
      },
      deployment: (changed) => there().deployment(changed),
      end: () => there().end(),
    },
  };
}
