/** Pictures in the gallery, each as a view places it. */
import type { ComponentChild } from 'preact';
import { useState } from 'preact/hooks';
import { GraphSlot, SuccessionSlot, TimelineSlot } from '../../../components/picture-slots.tsx';
import { ConnectView } from '../../../entrypoints/reference/connect-view.tsx';
import type { Connection } from '../../../facts/picture.ts';
import type { Ask } from '../../../messages/ask.ts';
import { ROWS } from './sample-context.ts';
import {
  BESIDE,
  CONNECTION,
  HOLDERS,
  IRAVANI,
  LIFE,
  MUSK,
  UNCONNECTED,
} from './sample-pictures.ts';

type Log = (what: string) => void;

/** A worker that knows one connection. */
function fakeAsk(log: Log, connection: Promise<Connection>): Ask {
  const answers: Record<string, (params: { entity?: string }) => unknown> = {
    connect: () => connection,
    neighbours: () => ({ neighbours: BESIDE }),
    lookup: () => ({ rows: ROWS.slice(0, 3) }),
    card: ({ entity }) => ({ card: entity === IRAVANI.id ? IRAVANI : MUSK }),
  };
  return (async (op: string, params: { entity?: string }) => {
    log(`${op} ${JSON.stringify(params)}`);
    return answers[op]?.(params);
  }) as Ask;
}

interface ConnectProps {
  log: Log;
  connection: Promise<Connection>;
  from?: string;
  to?: string;
}

function Connect({ log, connection, from, to }: ConnectProps) {
  const [ends, setEnds] = useState({ from, to });
  return (
    <ConnectView
      ask={fakeAsk(log, connection)}
      {...ends}
      onChoose={setEnds}
      onOpenEntity={(id) => log(`open ${id}`)}
    />
  );
}

const both = { from: MUSK.id, to: IRAVANI.id };

export const PICTURES: Readonly<Record<string, (log: Log) => ComponentChild>> = {
  'picture-connect': (log) => (
    <Connect log={log} connection={Promise.resolve(CONNECTION)} {...both} />
  ),
  'picture-connect-empty': (log) => <Connect log={log} connection={Promise.resolve(CONNECTION)} />,
  'picture-connect-same': (log) => (
    <Connect log={log} connection={Promise.resolve(CONNECTION)} from={MUSK.id} to={MUSK.id} />
  ),
  'picture-connect-none': (log) => (
    <Connect log={log} connection={Promise.resolve(UNCONNECTED)} {...both} />
  ),
  'picture-connect-looking': (log) => (
    <Connect log={log} connection={new Promise(() => {})} {...both} />
  ),
  'picture-connect-failed': (log) => {
    const failed = Promise.reject(new Error('"connect" was not answered'));
    failed.catch(() => {});
    return <Connect log={log} connection={failed} {...both} />;
  },
  'picture-graph': (log) => (
    <GraphSlot
      graph={CONNECTION.graph}
      sources={CONNECTION.sources}
      label="What stands beside Elon Musk"
      centres={[MUSK.id]}
      onExpand={async (id) => {
        log(`expand ${id}`);
        return BESIDE;
      }}
      onOpenEntity={(id) => log(`open ${id}`)}
    />
  ),
  'picture-timeline': (log) => (
    <TimelineSlot
      line={LIFE}
      label="Timeline of Elon Musk"
      onOpenEntity={(id) => log(`open ${id}`)}
    />
  ),
  'picture-succession': (log) => (
    <SuccessionSlot
      line={HOLDERS}
      label="Who held it: President of Iran"
      onOpenEntity={(id) => log(`open ${id}`)}
    />
  ),
};
