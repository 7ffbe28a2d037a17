import { withTenant } from "../../../access-text";
import { warned } from "../warned";

const file = (state: string) =>
  withTenant(`groups: { rescue: { members: [ada@contoso.com] } }
login: { conditionalAccess: { breakGlass: rescue, mfa: true, state: ${state} } }`);
const path = "login.conditionalAccess.state";

test("an enabled policy and security defaults exclude each other", () => {
  expect(warned(file("enabled"), path)).toEqual([
    `${path} is "enabled", which Entra refuses while security defaults are on. If you switch security defaults off, every other application of the tenant loses multifactor authentication. Create policies for those first.`,
  ]);
});

test.each(["report-only", "disabled"])("a policy that is %s is not warned about", (state) => {
  expect(warned(file(state), path)).toEqual([]);
});
