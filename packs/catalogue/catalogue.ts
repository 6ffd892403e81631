import {
  ambassadorsToTheUnitedNations,
  currentMinisters,
  headsOfStateAndGovernment,
  listedCompanies,
  membersOfParliament,
  positionHolders,
  unitedNationsAgencies,
  unitedStatesLegislators,
  WIKIDATA_ENDPOINT,
  type WikidataQuery,
} from './wikidata-queries.ts';

/** A source that a reader can add in one click. Texts are English. */
export interface CatalogueEntry {
  /** The id of the pack that is made from it; a country's code is added to it. */
  readonly id: string;
  readonly title: string;
  /** What it holds, in a sentence or two. */
  readonly holds: string;
  /** How much about, where known. */
  readonly size?: { readonly entities: number };
  /** An SPDX id. */
  readonly licence: string;
  /** What the licence asks of the reader, where it asks something. */
  readonly licenceNote?: string;
  readonly publisher: string;
  readonly homepage: string;
  /** How fresh it is. */
  readonly date: string;
  /** What must be chosen before it can be fetched. */
  readonly choose?: 'country';
  readonly fetch: CatalogueFetch;
}

export type CatalogueFetch =
  | {
      readonly kind: 'sparql';
      readonly endpoint: string;
      /** What its items are. */
      readonly items: 'person' | 'organisation';
      /** Gives the query's text; throws without the country that it asks about. */
      readonly query: WikidataQuery;
    }
  | {
      readonly kind: 'file';
      readonly url: string;
      readonly format: 'followthemoney';
      /** Where the version that is published now, and its list of deltas, are told. */
      readonly versionIndex: string;
    };

function fromWikidata(
  items: 'person' | 'organisation',
  query: WikidataQuery,
): Pick<CatalogueEntry, 'licence' | 'publisher' | 'homepage' | 'date' | 'fetch'> {
  return {
    licence: 'CC0-1.0',
    publisher: 'Wikidata',
    homepage: 'https://www.wikidata.org/',
    date: 'as of the day you add or update it',
    fetch: { kind: 'sparql', endpoint: WIKIDATA_ENDPOINT, items, query },
  };
}

function fromOpenSanctions(
  dataset: string,
): Pick<CatalogueEntry, 'licence' | 'licenceNote' | 'publisher' | 'homepage' | 'date' | 'fetch'> {
  const folder = `https://data.opensanctions.org/datasets/latest/${dataset}`;
  return {
    licence: 'CC-BY-NC-4.0',
    licenceNote:
      'Free for non-commercial use, with OpenSanctions named; a business needs a licence from them.',
    publisher: 'OpenSanctions',
    homepage: `https://www.opensanctions.org/datasets/${dataset}/`,
    date: 'published anew several times a day',
    fetch: {
      kind: 'file',
      url: `${folder}/entities.ftm.json`,
      format: 'followthemoney',
      versionIndex: `${folder}/index.json`,
    },
  };
}

export const CATALOGUE: readonly CatalogueEntry[] = [
  {
    id: 'heads-of-state-and-government',
    title: 'Heads of state and government',
    holds:
      'Who is president, monarch or prime minister of each sovereign state now, and since when.',
    ...fromWikidata('person', headsOfStateAndGovernment),
  },
  {
    id: 'current-ministers',
    title: 'Current ministers of a country',
    holds: 'Members of a government with their portfolio, party and first day in office.',
    choose: 'country',
    ...fromWikidata('person', currentMinisters),
  },
  {
    id: 'members-of-parliament',
    title: 'Members of a parliament',
    holds: "Sitting members of a country's national and regional parliaments, with their party.",
    choose: 'country',
    ...fromWikidata('person', membersOfParliament),
  },
  {
    id: 'us-congress',
    title: 'United States Congress',
    holds: 'Sitting senators and representatives, with their party and the start of their term.',
    size: { entities: 537 },
    ...fromWikidata('person', unitedStatesLegislators),
  },
  {
    id: 'position-holders',
    title: 'Public offices of a country',
    holds:
      "Everyone known to have held one of a country's public offices since 2000, with the dates. Large for some countries.",
    choose: 'country',
    ...fromWikidata('person', positionHolders),
  },
  {
    id: 'un-ambassadors',
    title: 'Ambassadors to the United Nations',
    holds: 'Permanent representatives and ambassadors to the United Nations, past and present.',
    ...fromWikidata('person', ambassadorsToTheUnitedNations),
  },
  {
    id: 'un-agencies',
    title: 'United Nations agencies',
    holds: "The United Nations' specialised agencies, organs, funds and bodies, with other names.",
    ...fromWikidata('organisation', unitedNationsAgencies),
  },
  {
    id: 'listed-companies',
    title: 'Listed companies of a country',
    holds: 'Companies that are, or were, traded on a stock exchange.',
    choose: 'country',
    ...fromWikidata('organisation', listedCompanies),
  },
  {
    id: 'opensanctions-peps',
    title: 'Politically exposed persons',
    holds:
      'Holders of political office around the world, their positions, and people close to them. A large download.',
    ...fromOpenSanctions('peps'),
  },
  {
    id: 'opensanctions-sanctions',
    title: 'International sanctions',
    holds:
      'People, companies and ships under sanctions of governments and international bodies, with who imposed them and when.',
    ...fromOpenSanctions('sanctions'),
  },
];

/** A reconciliation service that is open to everyone: Wikidata's, with English names. */
export const WIKIDATA_RECONCILIATION = 'https://wikidata.reconci.link/en/api';

/** The match patterns of the hosts that an entry is fetched from, for the permission to ask. */
export function originsOf({ fetch }: CatalogueEntry): readonly string[] {
  const urls = fetch.kind === 'sparql' ? [fetch.endpoint] : [fetch.url, fetch.versionIndex];
  return [...new Set(urls.map(matchPatternOf))];
}

/** The match pattern of an address's host: ports are not told apart, as Firefox knows none here. */
export function matchPatternOf(url: string): string {
  const { protocol, hostname } = new URL(url);
  return `${protocol}//${hostname}/*`;
}
