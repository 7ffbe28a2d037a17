import { appliesWith, oldest } from "./pinned-versions";

appliesWith("oldest", oldest);
