/** Running text as news write it, with names out of a list in it, and as many names that are in no list. */
import { SeededRandom } from './seeded-random.ts';
import { syntheticEntities } from './synthetic-names.ts';
import { capitalise } from './synthetic-words.ts';

export interface News {
  /** Each of 300 to about 600 UTF-16 units. */
  readonly paragraphs: readonly string[];
  /** How many names of the list were put in. */
  readonly planted: number;
}

/** The most frequent words of English, then words of news; their order is their rank. */
const COMMON =
  `the of and to in a that for is on was with as it by at from be has have he are an said not his
but its this were they will had which their or who would more been one after about up we out new two
also her than when there into last she over year people could all some if first no can other what
years most time against between before three only under officials many government country while where
state now them such these may million him because so made president did being our how still during
since week month including any just even work world according told against like back former made
police group minister talks part deal both through trade public party plan another make between use
security including leader say war report four day market house then down off company next policy
billion support local statement called power early military high several end foreign oil must court
case economic home city attack spokesman later long without well should much need right set own help
already five top decision agreement rights take national around water court member news political
price capital prices law forces change bank meeting agency third issue election workers number city
growth month sanctions economy border region`
    .split(/\s+/)
    .filter(Boolean);

const STARTS =
  'ad ap bal car col com con crit dem dis ex fin for gen har im in lab mar men mod nat ob par per pol pre pro pub rec rel rep res sec ser sub sur tech trans un ver'.split(
    ' ',
  );
const CENTRES = [
  '',
  ...'a ber ci der di e fer i lat len mi na ni o per ra si ta ten ti u'.split(' '),
];
const ENDINGS =
  'able al ance ary ate ed ed ence ent er ers es es ful ic ing ing ion ions ist ity ive less ly ly ment ous s ship tion y'.split(
    ' ',
  );

/** Different words that the text is drawn from. */
const VOCABULARY = 12_000;

/** Parts of running text, a word: about one known name every fifteen words. */
const KNOWN = 1 / 14;
/** With the capitals at the beginnings of sentences, as many capitals again. */
const UNKNOWN = 1 / 22;

/**
 * Text of at least so many UTF-16 units. The same list and length give the same text.
 *
 * @param names - names that are mentioned, the first more often than the last
 */
export function syntheticNews(names: readonly string[], length: number): News {
  const writer = new NewsWriter(names);
  const paragraphs: string[] = [];
  for (let written = 0; written < length; ) {
    const paragraph = writer.paragraph();
    paragraphs.push(paragraph);
    written += paragraph.length;
  }
  return { paragraphs, planted: writer.planted };
}

class NewsWriter {
  planted = 0;
  private readonly random = new SeededRandom(2_024);
  private readonly names: readonly string[];
  private readonly vocabulary: readonly string[] = vocabulary();
  private readonly strangers: Iterator<string, undefined>;

  constructor(names: readonly string[]) {
    this.names = names;
    this.strangers = strangersTo(new Set(names));
  }

  paragraph(): string {
    const length = 300 + this.random.below(200);
    const sentences: string[] = [];
    for (let written = 0; written < length; ) {
      const sentence = this.sentence();
      sentences.push(sentence);
      written += sentence.length + 1;
    }
    // One flat string: a text that was glued together is slower to look at the first time.
    return sentences.join(' ');
  }

  private sentence(): string {
    const { random } = this;
    const words = Array.from({ length: 10 + random.below(18) }, () => this.word());
    const [first = ''] = words;
    words[0] = capitalise(first);
    const commas = words.map((word, at) =>
      at < words.length - 2 && random.chance(0.06) ? `${word},` : word,
    );
    if (random.chance(0.06)) commas.splice(4 + random.below(5), 0, '—');
    const text = commas.join(' ');
    const form = random.next();
    if (form < 0.1) return `“${text},” ${this.name()} said.`;
    if (form < 0.13) return `"${text}."`;
    return `${text}${form < 0.17 ? '?' : '.'}`;
  }

  private word(): string {
    const { random } = this;
    const part = random.next();
    if (part < KNOWN + UNKNOWN) return this.name(part < KNOWN);
    if (part < KNOWN + UNKNOWN + 0.015) return this.number();
    if (part < KNOWN + UNKNOWN + 0.018) return random.pick(['café', 'élite', 'naïve', 'façade']);
    const word = this.vocabulary[random.zipf(this.vocabulary.length, 1)] ?? 'the';
    return random.chance(0.004) ? `${word}’s` : word;
  }

  private name(isKnown = true): string {
    const { random } = this;
    if (isKnown) this.planted++;
    const name = isKnown
      ? (this.names[random.zipf(this.names.length, 0.8)] ?? '')
      : (this.strangers.next().value ?? '');
    const form = random.next();
    if (form < 0.08) return `${name}’s`;
    if (form < 0.1) return `${name}'s`;
    return form < 0.12 ? `(${name})` : name;
  }

  private number(): string {
    const { random } = this;
    const form = random.below(4);
    if (form === 0) return `${1_990 + random.below(37)}`;
    if (form === 1) return `$${1 + random.below(90)}.${random.below(10)}`;
    return form === 2 ? `${2 + random.below(98)}%` : `${1 + random.below(31)},000`;
  }
}

function vocabulary(): string[] {
  const random = new SeededRandom(7);
  const rare = Array.from({ length: VOCABULARY - COMMON.length }, () => {
    const centre = random.pick(CENTRES) + (random.chance(0.3) ? random.pick(CENTRES) : '');
    return random.pick(STARTS) + centre + random.pick(ENDINGS);
  });
  return [...COMMON, ...rare];
}

/** Names made the same way that are not in the list; they share given names and surnames with it. */
function* strangersTo(known: ReadonlySet<string>): Generator<string, undefined> {
  for (;;) {
    for (const { names } of syntheticEntities(1_000_000, 2)) {
      for (const { text } of names) if (!known.has(text)) yield text;
    }
  }
}
