/** An item of Wikidata: Q and a number. */
const Q_ID = /^Q[1-9]\d{0,11}$/u;

/** Whether a text is the id of a Wikidata item, "Q7747". */
export function isQId(text: string): boolean {
  return Q_ID.test(text);
}

/** The page of a Wikidata item. */
export function wikidataPage(qId: string): string {
  return `https://www.wikidata.org/wiki/${qId}`;
}
