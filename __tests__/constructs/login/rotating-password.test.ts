import { withPortal } from "../../portal-text";
import { synth } from "../../synth";

const program = synth(withPortal());
const password = (slot: string) => program.resource("portal", "azuread_application_password", slot);
const turns = (slot: string) => program.resource("portal", "time_rotating", slot)["rotation_rfc3339"];

test("a password ends when its successor is due and the overlap is over", () => {
  expect(password("first")["end_date"]).toBe('${timeadd(time_rotating.second.rotation_rfc3339, "720h")}');
  expect(password("second")["end_date"]).toBe('${timeadd(time_rotating.first.rotation_rfc3339, "720h")}');
});

test("the slots take turns, each every second time: counted from the first deployment", () => {
  const hours = (180 - 30) * 24;
  expect(turns("first")).toBe(
    `\${timeadd(time_static.start.rfc3339, "\${((floor(local.turn / 2) + 1) * 2) * ${String(hours)}}h")}`,
  );
  expect(turns("second")).toBe(
    `\${timeadd(time_static.start.rfc3339, "\${(floor((local.turn + 1) / 2) * 2 + 1) * ${String(hours)}}h")}`,
  );
});

test("a slot is made anew with its time and at no other: a moved end or a base time of today changes nothing", () => {
  for (const slot of ["first", "second"]) {
    expect(password(slot)).toMatchObject({
      rotate_when_changed: { since: `\${time_rotating.${slot}.rfc3339}` },
      lifecycle: { ignore_changes: ["end_date"] },
    });
    expect(program.resource("portal", "time_rotating", slot)).toMatchObject({
      rfc3339: "${plantimestamp()}",
      lifecycle: { ignore_changes: ["rfc3339"] },
    });
  }
});

test("a date, and another lifetime, force a password out of turn", () => {
  const triggers = (lines: string) => synth(withPortal(lines)).resource("portal", "time_static", "forced")["triggers"];
  expect(triggers("  secret: { rotate: 2026-11-22, lifetimeDays: 90, overlapDays: 10 }\n")).toEqual({
    rotate: "2026-11-22",
    lifetime_days: "90",
    overlap_days: "10",
  });
  expect(triggers("")).toEqual({ rotate: "", lifetime_days: "180", overlap_days: "30" });
});

test("it belongs to the login application, by the path that azuread wants", () => {
  expect(password("first")["application_id"]).toBe(
    "/applications/${data.terraform_remote_state.login.outputs.application_object_id}",
  );
});

test("of the two slots each is there in its own turn, and both once the second has had one", () => {
  const taken = "timecmp(time_rotating.first.rfc3339, time_rotating.second.rfc3339) != 0";
  for (const slot of ["first", "second"]) {
    expect(password(slot)).toMatchObject({
      count: `\${local.turn_of == "${slot}" || ${taken} ? 1 : 0}`,
      display_name: `portal (${slot})`,
    });
  }
  const { locals } = program.stacks["portal"] as { locals: Record<string, string> };
  expect(locals["turn_of"]).toBe(
    '${timecmp(time_rotating.first.rotation_rfc3339, time_rotating.second.rotation_rfc3339) > 0 ? "first" : "second"}',
  );
});
