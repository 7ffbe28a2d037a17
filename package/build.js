const { cpSync, rmSync } = require("node:fs");
const { join } = require("node:path");
const { buildSync } = require("esbuild");

const root = join(__dirname, "..");
const dist = join(root, "dist");
const page = join(root, "commands", "report", "page");

/** Only our own code goes into one file: npm installs, audits and mends what it depends on. */
const bundle = (options) =>
  buildSync({
    bundle: true,
    platform: "node",
    target: "node20.9",
    format: "cjs",
    packages: "external",
    // CDKTF and messages read names of classes.
    keepNames: true,
    logLevel: "warning",
    // In one file every module would take itself for the one that node was started with.
    define: { "require.main": "undefined" },
    ...options,
  });

rmSync(dist, { recursive: true, force: true });
bundle({
  entryPoints: [join(root, "main.ts")],
  outfile: join(dist, "main.js"),
  footer: { js: "if (require.main === module) module.exports.run();" },
});
bundle({ entryPoints: [join(root, "bin", "start.js")], outfile: join(dist, "entra-eks.js") });
cpSync(join(page, "page.css"), join(dist, "page.css"));
cpSync(join(page, "browser"), join(dist, "browser"), { recursive: true, filter: (file) => !file.endsWith(".json") });
