import type { ComponentType } from 'preact';
import type { GraphPictureProps } from './pictures/graph-picture.tsx';
import type { SuccessionProps } from './pictures/succession.tsx';
import type { TimelineProps } from './pictures/timeline.tsx';
import { useLoaded } from './use-loaded.ts';
import { useWords } from './use-words.ts';

/** Pictures as views place them: their scripts and styles are loaded when the first one shows. */

const graph = () => import('./pictures/graph-picture.tsx');
const timeline = () => import('./pictures/timeline.tsx');
const succession = () => import('./pictures/succession.tsx');

export function GraphSlot(props: GraphPictureProps) {
  return <Slot load={graph} props={props} />;
}

export function TimelineSlot(props: TimelineProps) {
  return <Slot load={timeline} props={props} />;
}

export function SuccessionSlot(props: SuccessionProps) {
  return <Slot load={succession} props={props} />;
}

interface SlotProps<P> {
  load: () => Promise<{ readonly default: ComponentType<P> }>;
  props: P;
}

function Slot<P extends object>({ load, props }: SlotProps<P>) {
  const t = useWords();
  const { value, problem } = useLoaded(load);
  if (problem !== undefined) return <p role="alert">{t('picture.failedPicture', problem)}</p>;
  if (!value) return <p class="aside">{t('picture.loading')}</p>;
  const Picture = value.default;
  return <Picture {...props} />;
}
