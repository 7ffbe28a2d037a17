import { template } from "./template";

/** Text of an operator as Terraform has to be given it, so that it reaches the cloud as written. */
export function literal(text: string): string {
  return template`${text}`;
}

/** The same for a map whose keys are an operator's too. */
export function literals(map: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(map).map(([key, text]) => [literal(key), literal(text)]));
}
