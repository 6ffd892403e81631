import { addVariant } from './variant-list.ts';

/**
 * Particles that Korean writes together with the word before them: 한국어 표준 문법, 조사. Which of
 * two is used, the last syllable decides: 은 stands after a consonant, 는 after a vowel.
 *
 * Left out: 만, since 멕시코만 is the Gulf of Mexico; 나, 인, 이다 and the like, which are
 * conjunctions or verbs more often than not; 엔, the yen.
 */

const AFTER_ANY = `의 에 도 에서 에게 까지 부터 보다 처럼 께서 한테 조차 마저 씨 측
  에는 에도 에서는 에서도 에서의 에게는 에게서 에게도 까지도 까지의 부터의 조차도
  씨는 씨가 씨를 씨의 씨와 씨도 씨에게 측은 측이 측을 측의 측과 측에 측도`;
const AFTER_CONSONANT =
  '은 이 을 과 으로 과의 과는 과도 으로부터 으로는 으로서 으로써 이라고 이라는 이라며';
const AFTER_VOWEL = '는 가 를 와 와의 와는 와도 라고 라는 라며';
/** ㄹ counts as a vowel here: 서울로. */
const AFTER_VOWEL_OR_L = '로 로부터 로는 로서 로써';

/** Syllables that must remain: one is a word of its own, 오만 is Oman. */
const LEAST = 2;

const ANY = 0;
const CONSONANT = 1;
const VOWEL = 2;
const VOWEL_OR_L = 3;

const FIRST_SYLLABLE = 0xac00;
const LAST_SYLLABLE = 0xd7a3;
/** Syllables that differ in their last consonant alone follow one another; the first has none. */
const FINALS = 28;
const FINAL_L = 8;

interface Particle {
  readonly text: string;
  readonly after: number;
}

/** Particles by their last syllable, longest first. */
const PARTICLES = new Map<number, Particle[]>();
for (const [list, after] of [
  [AFTER_ANY, ANY],
  [AFTER_CONSONANT, CONSONANT],
  [AFTER_VOWEL, VOWEL],
  [AFTER_VOWEL_OR_L, VOWEL_OR_L],
] as const) {
  for (const text of list.split(/\s+/u)) {
    const last = text.charCodeAt(text.length - 1);
    const known = PARTICLES.get(last) ?? [];
    PARTICLES.set(last, known);
    known.push({ text, after });
    known.sort((a, b) => b.text.length - a.text.length);
  }
}

/** Writes what a word is without its particles, the longest first; see `variantsOf`. */
export function hangulVariants(
  folded: Uint16Array,
  from: number,
  to: number,
  out: Int32Array,
): number {
  const particles = PARTICLES.get(folded[to - 1] ?? 0);
  if (particles === undefined) return 0;
  let count = 0;
  for (let at = 0; at < particles.length; at++) {
    const particle = particles[at];
    if (particle === undefined) break;
    const end = to - particle.text.length;
    if (end - from < LEAST || !isAt(folded, end, particle.text)) continue;
    if (canFollow(particle.after, folded[end - 1] ?? 0)) count = addVariant(out, count, from, end);
  }
  return count;
}

function isAt(folded: Uint16Array, start: number, text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    if (folded[start + at] !== text.charCodeAt(at)) return false;
  }
  return true;
}

function canFollow(after: number, syllable: number): boolean {
  if (syllable < FIRST_SYLLABLE || syllable > LAST_SYLLABLE) return false;
  if (after === ANY) return true;
  const final = (syllable - FIRST_SYLLABLE) % FINALS;
  if (after === CONSONANT) return final !== 0;
  return final === 0 || (after === VOWEL_OR_L && final === FINAL_L);
}
