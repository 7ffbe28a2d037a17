import { endsCleanIn } from "./everything-faults";

endsCleanIn("a fifth of requests answered 503", { unavailableShare: 0.2, inARow: 3 });
