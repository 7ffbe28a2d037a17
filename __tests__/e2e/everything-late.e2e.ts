import { endsCleanIn } from "./everything-faults";

endsCleanIn("everything replicated 3 s late", { consistencyMs: 3000 });
