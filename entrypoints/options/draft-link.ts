/** The draft that a fragment names, `#/own?draft=…`: what a page or a card handed over. */
export function draftOf(hash: string): string | undefined {
  const [path, query] = hash.split('?', 2);
  return path === '#/own' ? (new URLSearchParams(query).get('draft') ?? undefined) : undefined;
}

/** The fragment that leads to a draft. */
export function linkToDraft(draft: string): string {
  return `#/own?${new URLSearchParams({ draft })}`;
}
