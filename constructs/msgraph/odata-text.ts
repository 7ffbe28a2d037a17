/** A text in an OData expression: learn.microsoft.com/graph/query-parameters, "Escaping single quotes" */
export function odataText(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}
