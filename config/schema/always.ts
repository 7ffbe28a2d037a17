/** Lets a refinement of a map run although a key of it is wrong, so that all mistakes are told at once. */
export const always = { when: ({ value }: { value: unknown }) => typeof value === "object" && value !== null };
