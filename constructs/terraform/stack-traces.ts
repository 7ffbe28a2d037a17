/**
 * CDKTF captures a stack trace for every token, and has no switch for it: half the time of a large synthesis, and a
 * quarter of a small one. Nobody reads them. Errors keep theirs: only the function that tokens call is replaced.
 */
// eslint-disable-next-line @typescript-eslint/no-require-imports -- an import would be a copy, and replace nothing
const forTokens = require("cdktf/lib/tokens/private/stack-trace") as { captureStackTrace: () => string[] };

forTokens.captureStackTrace = () => [];
export {};
