import { appliesWith, newest } from "./pinned-versions";

appliesWith("newest", newest);
