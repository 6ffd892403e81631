import { useContext } from 'preact/hooks';
import type { LocalText, TextPart } from '../facts/card.ts';
import { Links } from './links.ts';
import { directionOf } from './text-direction.ts';

/** Asks to open an entity's card; `name` is the text that was pressed. */
export type OpenEntity = (entity: string, name: LocalText) => void;

export interface TextPartsProps {
  parts: readonly TextPart[];
  /** Opens an entity's card; without it the names are plain text. */
  onOpenEntity?: OpenEntity | undefined;
}

/** A sentence in pieces; the pieces that name an entity are buttons, or links where there are pages. */
export function TextParts({ parts, onOpenEntity }: TextPartsProps) {
  return (
    <>
      {parts.map((part, index) => (
        // The parts of a sentence never move, so their place is their identity.
        <Part key={index} part={part} onOpenEntity={onOpenEntity} />
      ))}
    </>
  );
}

interface PartProps {
  part: TextPart;
  onOpenEntity?: OpenEntity | undefined;
}

export function Part({ part: { text, entity, lang }, onOpenEntity }: PartProps) {
  const links = useContext(Links);
  if (entity !== undefined && links) {
    return (
      <a
        class="entity"
        href={links.entity(entity)}
        lang={lang}
        dir={lang === undefined ? 'auto' : directionOf(lang)}
      >
        {text}
      </a>
    );
  }
  if (entity !== undefined && onOpenEntity) {
    const open = () => onOpenEntity(entity, { text, lang: lang ?? '' });
    return (
      // biome-ignore lint/a11y/useSemanticElements: a button element does not break across lines
      <span
        role="button"
        tabIndex={0}
        class="entity"
        lang={lang}
        dir={lang === undefined ? 'auto' : directionOf(lang)}
        onClick={open}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' && event.key !== ' ') return;
          event.preventDefault();
          open();
        }}
      >
        {text}
      </span>
    );
  }
  if (entity !== undefined) {
    return (
      <bdi lang={lang} dir={lang === undefined ? 'auto' : directionOf(lang)}>
        {text}
      </bdi>
    );
  }
  // The sentence's own words run on in the sentence's direction.
  return <span lang={lang}>{text}</span>;
}

/** The direction a sentence runs in: that of its own words, not of the names in it. */
export function sentenceDirection(parts: readonly TextPart[]): 'ltr' | 'rtl' | 'auto' {
  const pieces = parts.filter(({ text }) => /\p{L}/u.test(text));
  const lang = (pieces.find(({ entity }) => entity === undefined) ?? pieces[0])?.lang;
  return lang === undefined ? 'auto' : directionOf(lang);
}
