import { plain } from "../../../commands/markdown/plain";
import { reportAgainst } from "../../../commands/report/against";
import { synthesize } from "../../../main";
import { withTenant } from "../../access-text";
import { printed } from "../printed";

/** What GitHub would obey outside of code: HTML, links, images, what ends a fold, and names that are told of it. */
const hostile = "</details><h1>Approved</h1> ![x](https://e.example/x) [x](https://e.example) @contoso/security $x$ `y";

const text = ({ context = "lab", key = "team", tag = "a" } = {}) =>
  withTenant(`
groups: { devs: { members: [ada@contoso.com] } }
clusters:
  prod: { eks: { name: prod-eks, region: eu-central-1 }, tags: { ${JSON.stringify(key)}: ${tag} } }
  lab: { kubernetes: { kubeconfig: ~/.kube/config, context: ${JSON.stringify(context)} }, grants: [{ group: devs, clusterRole: view }] }
`);

async function comment(before: string, after: string): Promise<string> {
  const { stdout } = await printed({ "access.yaml": after, "before.yaml": before }, (file) =>
    reportAgainst({
      file,
      against: file.replace("access.yaml", "before.yaml"),
      format: "markdown",
      writeStacks: synthesize,
    }),
  );
  return stdout;
}

/** Without code, in which GitHub obeys nothing, and without what is escaped: github.github.com/gfm, "Code spans". */
const obeyed = (markdown: string) =>
  markdown
    .replace(/^```[^]*?^```$/gm, "")
    .replace(/\\[!-/:-@[-`{-~]/g, "")
    .replace(/(?<!`)(`+)(?!`)[^]*?(?<!`)\1(?!`)/g, "");

test("no text of the access file is more than text in the comment of a pull request", async () => {
  const told = obeyed(await comment(text(), text({ context: hostile })));
  const own = obeyed(await comment(text(), text({ context: "other" })));
  expect(told.match(/<[^>]*>/g)).toEqual(own.match(/<[^>]*>/g));
  expect(told).not.toMatch(/\]\(|(?<![\w])@\w|\$/);
});

test("nor is the key of a tag, behind the address that it changes", async () => {
  const key = "a`|<b>";
  const told = await comment(text({ key }), text({ key, tag: "b" }));
  expect(told).toContain("| eks-prod | ~ | `aws_eks_identity_provider_config.association` | ``tags.a`\\|<b>`` |");
});

test("a mention is written so that nobody is called, and a mail address stays as it is", () => {
  expect(plain("@contoso/security, (@ada), ada@contoso.com")).toBe(
    "@&#8203;contoso/security, (@&#8203;ada), ada@contoso.com",
  );
});
