import { daily } from "./documented";
import { commandsWork } from "./documented-commands";

commandsWork("from a first deployment of everything", daily);
