import { loadAccess } from "../config/load";

// Seconds for reading and validating the access file named, without the start of node.
const begun = performance.now();
loadAccess(process.argv[2] ?? "access.yaml");
process.stdout.write(String((performance.now() - begun) / 1000));
