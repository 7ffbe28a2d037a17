import { endsCleanIn } from "./everything-faults";

endsCleanIn("a fifth of requests answered 429", { throttledShare: 0.2, inARow: 3 });
