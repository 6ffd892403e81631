/**
 * What Wikidata is asked, in SPARQL 1.1 with the query service's own extensions.
 * `{{page}}` stands for LIMIT and OFFSET. It is in the inner query, which finds
 * and orders statements; the outer one adds to each what is known, and drops none.
 */
export const WIKIDATA_ENDPOINT = 'https://query.wikidata.org/sparql';

const PAGE = '{{page}}';

/** Ranks below "normal" are known to be wrong. */
const NOT_DEPRECATED = 'FILTER NOT EXISTS { ?statement wikibase:rank wikibase:DeprecatedRank }';

/** Many old statements have no end; who is dead holds no office. */
const IN_OFFICE = `FILTER NOT EXISTS { ?statement pq:P582 ?ended }
      FILTER NOT EXISTS { ?item wdt:P570 ?died }`;

/** Fills in what a query leaves open. */
export interface QueryTerms {
  /** Wikidata id of a country, for the queries that ask about one. */
  readonly country?: string;
  /** BCP 47, the most wanted first. */
  readonly languages: readonly string[];
}

export type WikidataQuery = (terms: QueryTerms) => string;

/** The persons who hold, or held, positions that a pattern finds. */
function holders(find: (terms: QueryTerms) => string): WikidataQuery {
  return (terms) => `SELECT ?item ?itemLabel ?itemAltLabel ?itemDescription
  ?position ?positionLabel ?start ?startPrecision ?end ?endPrecision
  ?country ?countryLabel ?party ?partyLabel ?birth ?death ?sitelinks
WHERE {
  {
    SELECT DISTINCT ?item ?statement ?position ?country WHERE {
      ${find(terms)}
      ${NOT_DEPRECATED}
    }
    ORDER BY ?statement ?position ?country
    ${PAGE}
  }
  OPTIONAL {
    ?statement pqv:P580 ?startNode .
    ?startNode wikibase:timeValue ?start ; wikibase:timePrecision ?startPrecision .
  }
  OPTIONAL {
    ?statement pqv:P582 ?endNode .
    ?endNode wikibase:timeValue ?end ; wikibase:timePrecision ?endPrecision .
  }
  OPTIONAL { ?item wdt:P102 ?party . }
  OPTIONAL { ?item wdt:P569 ?birth . }
  OPTIONAL { ?item wdt:P570 ?death . }
  OPTIONAL { ?item wikibase:sitelinks ?sitelinks . }
  ${labels(terms)}
}`;
}

/** Organisations that a pattern finds. */
function organisations(find: (terms: QueryTerms) => string): WikidataQuery {
  return (terms) => `SELECT ?item ?itemLabel ?itemAltLabel ?itemDescription
  ?country ?countryLabel ?sitelinks
WHERE {
  {
    SELECT DISTINCT ?item WHERE {
      ${find(terms)}
    }
    ORDER BY ?item
    ${PAGE}
  }
  OPTIONAL { ?item wdt:P17 ?country . }
  OPTIONAL { ?item wikibase:sitelinks ?sitelinks . }
  ${labels(terms)}
}`;
}

function labels({ languages }: QueryTerms): string {
  // "mul" holds names that are the same in many languages.
  const list = [...languages.filter((tag) => /^[A-Za-z0-9-]{2,35}$/.test(tag)), 'mul', 'en'];
  return `SERVICE wikibase:label { bd:serviceParam wikibase:language "${[...new Set(list)].join(',')}" . }`;
}

/** @throws Error when it is no Wikidata id: it becomes a part of the query's text */
function entity(id: string | undefined): string {
  if (!id || !/^Q[1-9]\d{0,11}$/.test(id)) throw new Error(`"${id}" is not a Wikidata id.`);
  return `wd:${id}`;
}

/** Sovereign states' heads of state (P35) and of government (P6), with the office that goes with it. */
export const headsOfStateAndGovernment = holders(
  () => `?country wdt:P31 wd:Q3624078 .
      {
        ?country p:P35 ?statement .
        ?statement ps:P35 ?item .
        OPTIONAL { ?country wdt:P1906 ?position . }
      } UNION {
        ?country p:P6 ?statement .
        ?statement ps:P6 ?item .
        OPTIONAL { ?country wdt:P1313 ?position . }
      }
      ${IN_OFFICE}`,
);

/** Holders of positions that are kinds of minister (Q83307) and belong to a country. */
export const currentMinisters = holders(
  ({ country }) => `VALUES ?country { ${entity(country)} }
      ?position wdt:P279* wd:Q83307 ; wdt:P1001 ?country .
      ?statement ps:P39 ?position .
      ?item p:P39 ?statement .
      ${IN_OFFICE}`,
);

/** Holders of seats, kinds of member of parliament (Q486839), that belong to a country. */
export const membersOfParliament = holders(
  ({ country }) => `VALUES ?country { ${entity(country)} }
      ?position wdt:P279* wd:Q486839 ; (wdt:P1001|wdt:P17) ?country .
      ?statement ps:P39 ?position .
      ?item p:P39 ?statement .
      ${IN_OFFICE}`,
);

/** Anybody in any office of a country, now or at some time since 2000. */
export const positionHolders = holders(
  ({ country }) => `VALUES ?country { ${entity(country)} }
      ?position wdt:P1001 ?country .
      ?statement ps:P39 ?position .
      ?item p:P39 ?statement .
      OPTIONAL { ?statement pq:P582 ?ended . }
      FILTER(!BOUND(?ended) || ?ended >= "2000-01-01T00:00:00Z"^^xsd:dateTime)`,
);

/**
 * There is no one class for them: found are the positions that are named so in
 * English, through the site's own search.
 */
export const ambassadorsToTheUnitedNations = holders(
  () => `SERVICE wikibase:mwapi {
        bd:serviceParam wikibase:endpoint "www.wikidata.org" ; wikibase:api "Search" .
        bd:serviceParam mwapi:srsearch 'inlabel:"to the United Nations"' .
        ?position wikibase:apiOutputItem mwapi:title .
      }
      ?statement ps:P39 ?position .
      ?item p:P39 ?statement .
      ?position rdfs:label ?positionName .
      FILTER(LANG(?positionName) = "en")
      FILTER(REGEX(?positionName, "(ambassador|permanent representative).* to the united nations", "i"))
      OPTIONAL { ?position wdt:P1001 ?country . }`,
);

/** Members of the two chambers: United States senator, United States representative. */
export const unitedStatesLegislators = holders(
  () => `VALUES ?position { wd:Q4416090 wd:Q13218630 }
      VALUES ?country { wd:Q30 }
      ?statement ps:P39 ?position .
      ?item p:P39 ?statement .
      ${IN_OFFICE}`,
);

/** Organisations established by the United Nations (Q15285626): its agencies, organs and bodies. */
export const unitedNationsAgencies = organisations(() => '?item wdt:P31/wdt:P279* wd:Q15285626 .');

/** Companies of a country that are listed on a stock exchange (P414). */
export const listedCompanies = organisations(
  ({ country }) => `?item wdt:P414 ?exchange ; wdt:P17 ${entity(country)} .`,
);
