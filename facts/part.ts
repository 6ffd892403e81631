/** How much of a long list one page of the reference shows. */
export const PART = { rows: 50, facts: 100, sources: 50 } as const;
