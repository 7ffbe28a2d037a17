import { check } from "../../commands/check";
import { parseAccess } from "../../config/load";
import { everyPlace } from "../every-place";
import { newPlaces, withText } from "../schema-places";
import { printed } from "./printed";

const hostile =
  "x\u001b[2J\n::error::forged\r##[error]x ##vso[task]##teamcity[x]\u007f\u009b31m\u202e\u2066\u200b\ufeff\u2028\ud800\u0000y";

/** What a terminal or a machine that runs workflows obeys, or what nobody sees. */
const obeyed = /[^\n\P{C}]|[\p{Zl}\p{Zp}]|^\s*::|##(vso|teamcity)?\[/mu;

function outputOf(text: string): string {
  return [false, true]
    .map((json) => {
      const { stdout, stderr } = printed({ "access.yaml": text, "team.yaml": "" }, (file) => check({ file, json }));
      if (json) JSON.parse(stdout === "" ? stderr : stdout);
      return stdout + stderr;
    })
    .join("");
}

const places = newPlaces(everyPlace);

test.each(everyPlace.map((file, index) => [index + 1, file, places[index] ?? []] as const))(
  "whatever text stands anywhere in file %i, check prints nothing of it that is obeyed",
  (_, file, found) => {
    const told = found.filter((place) => {
      const output = outputOf(JSON.stringify(withText(file, place, hostile)));
      expect([place.name, obeyed.exec(output)?.[0]]).toEqual([place.name, undefined]);
      return output.includes("forged");
    });
    expect(told).not.toEqual([]);
  },
  60_000,
);

test("nor of a file's name", () => {
  const name = "::error::\u202e\u009b.yaml";
  for (const json of [false, true]) {
    const { stderr } = printed({}, () => check({ file: name, json }));
    if (!json) expect(stderr).toContain("\\u{3a}:error::\\u{202e}\\u{9b}.yaml must be");
    expect(obeyed.exec(stderr)).toBeNull();
  }
  expect(mistakesOf("tenant: x", name)).toMatch(/^\\u\{3a}:error::\\u\{202e}\\u\{9b}.yaml:1:9 /);
});

function mistakesOf(text: string, name: string): string {
  try {
    parseAccess(text, name);
    return "";
  } catch (error) {
    return (error as Error).message;
  }
}
