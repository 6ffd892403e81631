/** Offices that are carried over from tables of position holders, which have many others. */

const LEFT_OUT =
  /ambassador|high commissioner|consul\b|state secretary|parliamentary|junior|under.?secretary|shadow|deputy minister|assistant|lord of the treasury|oblast|county|province|intendant|provincial|prefect|whip|paymaster|first lady|mayor of (?!london|new york|tehran|moscow|paris|kyiv|istanbul|jerusalem|berlin|madrid|rome)|senator|member of/i;

const TAKEN =
  /minister|president|premier|chancellor|\bking\b|queen|\bemir\b|sultan|taoiseach|tánaiste|supreme leader|monarch|secretary of|secretary-general|attorney.general|speaker|governor of the|central bank|national bank|chief of (the )?(general|defen[cs]e|army)|chief of staff|joint chiefs|national security|director of (the )?(central|national|federal|cia|fbi|office of management)|administrator of|trade representative|press secretary|prosecutor general|chief justice|treasurer|solicitor general|marshal of the sejm|chairman of the verkhovna|first secretary|general secretary|crown prince|pope|mayor of/i;

const TOP_AMBASSADORS =
  /(ambassador|permanent representative) to the (united nations|un|united states)\b/i;

/** The title as it is carried over; undefined when its holders are not. */
export function offices(position: string): string | undefined {
  const title = position.trim().replace(/\s+/g, ' ');
  if (TOP_AMBASSADORS.test(title)) return title;
  if (LEFT_OUT.test(title) || !TAKEN.test(title)) return undefined;
  return title;
}
