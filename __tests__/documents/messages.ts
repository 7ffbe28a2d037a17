import { readdirSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { read, root } from "./page";

/** Something that a program of this repository tells somebody: the parts of its text that are always the same. */
export interface Message {
  readonly file: string;
  readonly parts: readonly string[];
}

const sourcesIn = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => join(folder, file));

/** Every node of every source of these folders. */
function nodesIn(...folders: readonly string[]): { readonly file: string; readonly node: ts.Node }[] {
  return folders.flatMap(sourcesIn).flatMap((file) => {
    const found: { readonly file: string; readonly node: ts.Node }[] = [];
    const visit = (node: ts.Node): void => {
      found.push({ file, node });
      ts.forEachChild(node, visit);
    };
    visit(ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest, true));
    return found;
  });
}

/** What a node says for certain; `undefined` if it is no text. */
function partsOf(node: ts.Expression): readonly string[] | undefined {
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isTaggedTemplateExpression(node)) return partsOf(node.template);
  if (ts.isTemplateExpression(node)) return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)];
  return undefined;
}

/** The texts of an argument, also of one that a constant of the same file has. */
function textsOf(node: ts.Expression): (readonly string[])[] {
  const own = partsOf(node);
  if (own !== undefined) return [own];
  if (!ts.isIdentifier(node)) return [];
  const texts: (readonly string[])[] = [];
  const visit = (other: ts.Node): void => {
    if (ts.isVariableDeclaration(other) && other.initializer && other.name.getText() === node.text) {
      const parts = partsOf(other.initializer);
      if (parts !== undefined) texts.push(parts);
    }
    ts.forEachChild(other, visit);
  };
  visit(node.getSourceFile());
  return texts;
}

/** The numbers behind AADSTS that the emulated Entra gives: of an `EntraError`, or a `code` that becomes one. */
export function entraNumbers(): readonly string[] {
  const numbers = nodesIn("sandbox").flatMap(({ file, node }) => {
    if (ts.isNewExpression(node) && node.expression.getText() === "EntraError") return node.arguments?.[0] ?? [];
    if (!/^sandbox\/msgraph\/(token-endpoint|client-assertion)\.ts$/.test(file)) return [];
    return ts.isNumericLiteral(node) && /^\d{5,7}$/.test(node.text) ? node : [];
  });
  return [...new Set(numbers.map((node) => node.getText()))];
}

/** The errors of this repository that say what a service says, to the places of their texts among the arguments. */
const errors = { GraphError: [1, 2], AwsRefusal: [1, 2], TokenRefusal: [0] } as const;

/** How services refuse, as a folder has it: codes such as `Request_BadRequest`, and sentences. */
export function refusalsOf(folder: string, error: keyof typeof errors): readonly Message[] {
  const nodes = nodesIn(folder);
  const makers = new Map(nodes.flatMap(({ node }) => makerOf(node, error)));
  return nodes.flatMap(({ file, node }) => {
    if (!ts.isNewExpression(node) && !ts.isCallExpression(node)) return [];
    const name = node.expression.getText().replace(/^this\./, "");
    const told = name === error ? errors[error] : (makers.get(name) ?? []);
    return told.flatMap((index) => {
      const argument = node.arguments?.[index];
      if (argument === undefined) return [];
      return textsOf(argument).flatMap((parts) => (/\w/.test(parts.join("")) ? { file, parts } : []));
    });
  });
}

/** A function that makes such an error of what it is given, with the places of code and message among its parameters. */
function makerOf(node: ts.Node, error: string): [name: string, told: readonly number[]][] {
  const made =
    ts.isVariableDeclaration(node) && node.initializer && ts.isArrowFunction(node.initializer)
      ? node.initializer
      : ts.isFunctionDeclaration(node) || ts.isMethodDeclaration(node)
        ? node
        : undefined;
  if (made === undefined || !("name" in node)) return [];
  const gives = made.type?.getText() === error || made.body?.getText().includes(`new ${error}(`) === true;
  const told = made.parameters.flatMap(({ name }, index) =>
    ["code", "message", "reason"].includes(name.getText()) ? index : [],
  );
  return gives ? [[(node.name as ts.Identifier).getText(), told]] : [];
}

/** What Terraform says for this program: every precondition, postcondition and check. */
export function ownChecks(): readonly Message[] {
  const keys = ["errorMessage", "error_message", "sentence", "without"];
  return nodesIn("constructs", "stacks").flatMap(({ file, node }) => {
    if (!ts.isPropertyAssignment(node) || !keys.includes(node.name.getText())) return [];
    return textsOf(node.initializer).map((parts) => ({ file, parts }));
  });
}

/** A message in one line, as a failing test shows it. */
export const inWords = ({ file, parts }: Message) => `${file}: ${parts.join("…")}`;
