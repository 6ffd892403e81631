import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

export interface SectionProps {
  title: string;
  /** A sentence on what this is for. */
  lead?: ComponentChildren;
  children: ComponentChildren;
}

/** A part of the page under its heading, which can take the focus after a link led to it. */
export function Section({ title, lead, children }: SectionProps) {
  const id = useId();
  return (
    <section class="part" aria-labelledby={id}>
      <h2 id={id} tabIndex={-1}>
        {title}
      </h2>
      {lead !== undefined && <p class="lead">{lead}</p>}
      {children}
    </section>
  );
}
