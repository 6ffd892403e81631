import { useEffect, useRef, useState } from 'preact/hooks';
import { Disclosure } from '../../components/disclosure.tsx';
import { ChoiceField, TextField } from '../../components/fields.tsx';
import { Phrase } from '../../components/phrase.tsx';
import { Problem } from '../../components/problem.tsx';
import { useAnswer } from '../../components/use-answer.ts';
import { useWords } from '../../components/use-words.ts';
import type { Words } from '../../words/words.ts';
import type { Candidate, Drafts, LookUp, Service } from './backend.ts';
import { CandidateRow } from './candidate-row.tsx';
import { Section } from './section.tsx';
import { ServiceList } from './service-list.tsx';
import { useAction } from './use-action.ts';

export interface LookUpViewProps {
  backend: LookUp & Pick<Drafts, 'draft'>;
  /** What was handed over: perhaps a name to begin with. */
  draft: string | undefined;
  /** Told in words what was added. */
  onAdded: (words: string) => void;
}

/** Names that no pack knows, looked up in a service and added with their facts. */
export function LookUpView({ backend, draft, onAdded }: LookUpViewProps) {
  const words = useWords();
  const handed = useAnswer(
    async () => (draft ? await backend.draft(draft) : undefined),
    draft ?? '',
  );
  const services = useAnswer(() => backend.services(), 'services');
  return (
    <Section title={words('own.lookUp.title')} lead={words('own.lookUp.lead')}>
      {services.problem !== undefined && (
        <Problem
          what={words('own.lookUp.servicesUnread')}
          kept={words('own.entriesKept')}
          reason={services.problem}
          onRetry={services.retry}
        />
      )}
      {services.value && services.value.length > 0 && (
        <Ask
          key={handed.value?.lookUp}
          backend={backend}
          services={services.value}
          name={handed.value?.lookUp}
          onAdded={onAdded}
        />
      )}
      {services.value && (
        <Disclosure
          label={words(
            services.value.length === 0 ? 'own.lookUp.addServiceFirst' : 'own.lookUp.services',
          )}
        >
          {() => (
            <ServiceList
              backend={backend}
              services={services.value ?? []}
              onChanged={services.retry}
            />
          )}
        </Disclosure>
      )}
    </Section>
  );
}

interface Found {
  readonly service: string;
  readonly query: string;
  readonly candidates: readonly Candidate[];
}

interface AskProps extends Pick<LookUpViewProps, 'backend' | 'onAdded'> {
  services: readonly Service[];
  /** What the field begins with. */
  name: string | undefined;
}

function Ask({ backend, services, name, onAdded }: AskProps) {
  const words = useWords();
  const [chosen, setChosen] = useState(services[0]?.id ?? '');
  const [query, setQuery] = useState(name ?? '');
  const field = useRef<HTMLInputElement | HTMLTextAreaElement | null>(null);
  const [found, setFound] = useState<Found>();
  const action = useAction();
  const service = services.find(({ id }) => id === chosen) ?? services[0];
  const gone = !services.some(({ id }) => id === chosen);
  useEffect(() => {
    if (gone) setChosen(services[0]?.id ?? '');
  }, [gone, services]);
  // Whoever came to look this name up goes on here.
  useEffect(() => {
    if (name !== undefined) field.current?.focus();
  }, [name]);
  if (!service) return null;
  const asked = query.trim();
  return (
    <>
      <form
        class="ask"
        onSubmit={(event) => {
          event.preventDefault();
          if (asked === '') return;
          action.run(
            () => backend.reconcile(service.id, asked),
            (candidates) => setFound({ service: service.id, query: asked, candidates }),
          );
        }}
      >
        {services.length > 1 && (
          <ChoiceField
            label={words('own.lookUp.service')}
            value={service.id}
            options={services.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={setChosen}
          />
        )}
        <TextField
          label={words('own.fields.name')}
          value={query}
          onInput={setQuery}
          fieldRef={(input) => {
            field.current = input;
          }}
        />
        <button type="submit" class="press" disabled={asked === ''} aria-disabled={action.busy}>
          <Phrase of="own.lookUp.ask" values={[<bdi>{service.name}</bdi>]} />
        </button>
      </form>
      <p class="hint">
        <Phrase
          of="own.lookUp.sends"
          values={[<bdi>{URL.parse(service.url)?.host ?? service.url}</bdi>]}
        />
      </p>
      {action.problem !== undefined && (
        <Problem
          what={words('own.lookUp.noAnswer', service.name)}
          kept={words('own.lookUp.noAnswerNext')}
          reason={action.problem}
        />
      )}
      <p class={found?.candidates.length === 0 ? 'none-found' : 'unseen'} role="status">
        {action.busy ? words('own.lookUp.asking') : found && foundWords(found, words)}
      </p>
      {found && found.candidates.length > 0 && (
        <ul class="rows">
          {found.candidates.map((candidate) => (
            <CandidateRow
              key={`${found.service} ${candidate.id}`}
              backend={backend}
              service={found.service}
              candidate={candidate}
              onAdded={onAdded}
            />
          ))}
        </ul>
      )}
    </>
  );
}

function foundWords({ query, candidates }: Found, words: Words): string {
  if (candidates.length === 0) return words('own.lookUp.nothing', query);
  return words.count('own.lookUp.candidates', candidates.length);
}
