const synthesis = () => require("../main.ts").synthesize;
require("../commands/terminal/top.ts").runToEnd(() => require("../commands/cli.ts").cli(synthesis).parseAsync());
