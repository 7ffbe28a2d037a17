import tseslint from "typescript-eslint";

export default tseslint.config(
  { ignores: ["cdktf.out", "node_modules", "state", "bin", "**/*.mjs", "**/*.js"] },
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
    // What is text and what Terraform evaluates is decided in constructs/terraform alone.
    files: ["constructs/**", "stacks/**", "main.ts"],
    ignores: ["constructs/terraform/**"],
    rules: {
      "no-restricted-syntax": [
        "error",
        ...["TemplateElement[value.cooked=/[$%]\\{/]", "Literal[value=/[$%]\\{/]"].map((selector) => ({
          selector,
          message: "Compose it with template or quoted of constructs/terraform/template.",
        })),
        {
          selector: 'NewExpression[callee.name="Expression"]',
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
