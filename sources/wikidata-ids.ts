/** An item of Wikidata: Q and a number. */
const Q_ID = /^Q[1-9]\d{0,11}$/u;

/** Whether a text is the id of a Wikidata item, "Q7747". */
export function isQId(text: string): boolean {
  return Q_ID.test(text);
}

/** The id of the item that a text names as people write it: "Q7747", "q7747", or the address of its page. */
export function qIdIn(text: string): string | undefined {
  const name = /^(?:https?:\/\/(?:www\.|m\.)?wikidata\.org\/(?:wiki|entity)\/)?(Q\d+)$/iu.exec(
    text,
  )?.[1];
  const id = name?.toUpperCase();
  return id !== undefined && isQId(id) ? id : undefined;
}

/** The page of a Wikidata item. */
export function wikidataPage(qId: string): string {
  return `https://www.wikidata.org/wiki/${qId}`;
}
