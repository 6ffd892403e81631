import type { LocalText as Text } from '../facts/card.ts';
import { directionOf } from './text-direction.ts';

export interface LocalTextProps {
  value: Text;
  class?: string | undefined;
}

/** A text in its own language and direction, set off from the text around it. */
export function LocalText({ value, class: className }: LocalTextProps) {
  return (
    <bdi class={className} lang={value.lang} dir={directionOf(value.lang)}>
      {value.text}
    </bdi>
  );
}
