import { readdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { NoAnswer } from "../../config/no-answer";
import { firstFew } from "../../config/text/first-few";

/**
 * What Terraform reads of a folder beside what this program writes: more configuration, and providers.
 *
 * [src] fileExt and IsIgnoredFile in hashicorp/terraform, internal/configs/parser_config_dir.go; OpenTofu also takes `.tofu`
 * [doc] developer.hashicorp.com/terraform/cli/config/config-file, "Implied Local Mirror Directories"
 */
const isRead = (name: string) =>
  name === "terraform.d" || (/\.(tf|tofu)(\.json)?$/.test(name) && !/^[.#]|~$/.test(name));

/**
 * Refuses to run a stack that is more than its access file: nobody was shown the rest.
 *
 * @param written of each stack the file that this program wrote
 * @throws NoAnswer
 */
export function refuseForeignTerraform(written: readonly string[]): void {
  const found = written.flatMap((file) =>
    readdirSync(dirname(file))
      .filter((name) => name !== basename(file) && isRead(name))
      .map((name) => join(dirname(file), name)),
  );
  if (found.length === 0) return;
  throw new NoAnswer(
    `Terraform would run what is not of the access file: ${firstFew(found)}. Find out where that comes from, and delete it`,
  );
}
