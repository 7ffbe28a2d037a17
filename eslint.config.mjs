import tseslint from "typescript-eslint";
import ownKeys from "./eslint.own-keys.mjs";

const program = [
  "main.ts",
  ...["stacks", "constructs", "config", "model", "commands", "sandbox"].map((folder) => `${folder}/**`),
];

/** What others worded must not reach a terminal or a log as it is. */
const printing = [
  {
    selector: 'MemberExpression[object.name="process"][property.name=/^std(out|err)$/]',
    message: "Print with commands/terminal/print.ts, which shows what a terminal would obey.",
  },
  {
    selector: "ImportDeclaration[source.value=/^(node:)?process$/]",
    message: "process is there without an import, and print with commands/terminal/print.ts.",
  },
];

export default tseslint.config(
  { ignores: ["cdktf.out", "dist", "node_modules", "state", "bin", "**/*.mjs", "**/*.js"] },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // A construct registers itself with its scope: `new` without a name is how CDKTF programs read.
      "@typescript-eslint/no-extraneous-class": "off",
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
      "no-console": "error",
    },
  },
  {
    files: program,
    ignores: ["commands/terminal/print.ts"],
    rules: { "no-restricted-syntax": ["error", ...printing] },
  },
  {
    // Every object answers to names such as "constructor", which a file may hold as a key.
    files: program,
    // An emulator looks up what providers ask it for, in maps of its own.
    ignores: ["model/own.ts", "sandbox/*/**"],
    plugins: { entra: { rules: { "own-keys": ownKeys } } },
    rules: { "entra/own-keys": "error" },
  },
  {
    // What is text and what Terraform evaluates is decided in constructs/terraform alone.
    files: ["constructs/**", "stacks/**", "main.ts"],
    ignores: ["constructs/terraform/{expression,template,text-in-expression}.ts"],
    rules: {
      "no-restricted-syntax": [
        "error",
        ...printing,
        ...["TemplateElement[value.cooked=/[$%](\\{|$)/]", "Literal[value=/[$%](\\{|$)/]"].map((selector) => ({
          selector,
          message: "Compose it with template or quoted of constructs/terraform/template.",
        })),
        {
          selector:
            ':matches(NewExpression[callee.name="Expression"], ImportSpecifier[imported.name="Expression"][local.name!="Expression"])',
          message: "Make it with expression of constructs/terraform/expression, which quotes every text.",
        },
      ],
    },
  },
  {
    // A lookup in a test that finds nothing should fail the test right there.
    files: ["__tests__/**"],
    rules: { "@typescript-eslint/no-non-null-assertion": "off" },
  },
);
