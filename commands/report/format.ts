/** How a report is printed. */
export const reportFormats = ["table", "markdown", "json", "csv", "html"] as const;
export type ReportFormat = (typeof reportFormats)[number];
