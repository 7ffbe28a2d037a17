import { chmodSync } from "node:fs";
import { dirname, join } from "node:path";
import { check } from "../../../commands/check";
import { headlamp, withClients } from "../../clients-text";
import { printed } from "../../commands/printed";

test.each([
  "users.tfstate",
  "portal.tfstate",
  "client-headlamp.tfstate",
  "credentials.tfstate",
  "credentials.tfstate.backup",
])("%s is told where others of its group may read it", (state) => {
  const told = (mode: number) =>
    printed({ "access.yaml": withClients({ headlamp }), [`state/${state}`]: "" }, (file) => {
      const folder = join(dirname(file), "state");
      chmodSync(folder, 0o750);
      chmodSync(join(folder, state), mode);
      return check({ file, json: false });
    }).stdout;
  expect(told(0o640)).toContain(`backend keeps secrets in state/${state}, which others on this machine can read`);
  expect(told(0o600)).not.toContain("keeps secrets");
});
