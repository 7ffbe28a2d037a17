import { first } from "./documented";
import { commandsWork } from "./documented-commands";

commandsWork("where nothing is deployed yet", first);
