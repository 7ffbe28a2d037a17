import type { Access } from "../../../config/schema/access";

/** The access file before anybody had anything. */
export const nothingOf = (access: Access): Access => ({
  ...access,
  login: { ...access.login, owners: undefined },
  groups: {},
  guests: [],
  users: {},
  clusters: {},
  roles: {},
  clients: {},
  portal: undefined,
});
