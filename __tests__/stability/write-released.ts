import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { format } from "prettier";
import { version } from "../../package.json";
import { contract } from "./contract";

/** `npm run released`, once for each release: writes down what the next ones may not take away. */
void format(JSON.stringify({ version, ...contract() }), { parser: "json", printWidth: 120 }).then((text) => {
  writeFileSync(join(__dirname, "..", "fixtures", "released.json"), text);
});
