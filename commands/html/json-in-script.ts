/**
 * A value as JSON that may stand in a `<script>`: nothing in it ends the script, begins a comment or is a line end of JavaScript,
 * and nothing is changed where the page is printed.
 */
export const jsonInScript = (value: unknown) =>
  JSON.stringify(value).replace(/[<>&#]|[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
