/** How workspaces are printed. */
export const workspacesFormats = ["table", "json", "terraform"] as const;
export type WorkspacesFormat = (typeof workspacesFormats)[number];
