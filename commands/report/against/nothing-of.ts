import type { Access } from "../../../config/schema/access";

/** The access file before anybody had anything. */
export const nothingOf = (access: Access): Access => ({
  ...access,
  groups: {},
  guests: [],
  users: {},
  clusters: {},
  roles: {},
  clients: {},
});
