/** How a page is written. */
export const pageFormats = ["markdown", "html"] as const;
export type PageFormat = (typeof pageFormats)[number];
