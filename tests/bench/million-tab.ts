/**
 * Runs beside the extension's own content script, in the same world, and asks the
 * worker as that does when the bench tells it to. Times are taken here: the
 * driver's own way into the page is not in them.
 */
import { browser } from '@wxt-dev/browser';
import * as v from 'valibot';
import { type PageMention, unpackMentions } from '../../linking/packed-mentions.ts';
import { ask } from '../../messages/channel.ts';
import { PAGE_ANSWERS } from '../../messages/page-operations.ts';
import { dateEvidence } from '../../page/date-evidence.ts';
import { LinkQueue } from '../../page/link-queue.ts';
import { readSegments, type Segment } from '../../page/segments.ts';
import {
  type Linked,
  type Read,
  type Sent,
  type TabAsk,
  TabAskSchema,
} from './million-messages.ts';

interface About {
  readonly date: string | undefined;
  readonly language: string | undefined;
}

/** What a page of synthetic news says of itself. */
const NEWS: About = { date: '2024-11-15', language: 'en' };

const AskedSchema = v.object({ backgrounderBench: TabAskSchema });

addEventListener('message', ({ data, ports: [port] }) => {
  const parsed = v.safeParse(AskedSchema, data);
  if (!parsed.success || !port) return;
  answer(parsed.output.backgrounderBench).then(
    (result) => port.postMessage({ result }),
    (error: unknown) => port.postMessage({ error: String(error) }),
  );
});

async function answer(asked: TabAsk): Promise<Sent | Linked | Read> {
  switch (asked.kind) {
    case 'send': {
      const from = performance.now();
      const reply = await send({ op: asked.op, params: asked.params });
      return { all: performance.now() - from, reply };
    }
    case 'link':
      return (await link(asked.segments.map(segmentOf), NEWS)).linked;
    case 'read':
      return readPage();
  }
}

/** As entrypoints/page.content/frame.ts reads its page. */
async function readPage(): Promise<Read> {
  const segments = [...readSegments(document.body)].filter((one) => one !== undefined);
  const asked = { url: location.href, evidence: dateEvidence(document) };
  const { published } = await ask(PAGE_ANSWERS.publicationDate, send, 'publicationDate', asked);
  const { bySegment } = await link(segments, {
    date: published?.iso,
    language: document.documentElement.lang || undefined,
  });
  const found = segments.flatMap((segment, at) =>
    (bySegment.get(segment) ?? []).map((mention) => ({ ...mention, segment: at })),
  );
  return { segments: segments.map(({ text }) => text), found };
}

async function link(segments: readonly Segment[], { date, language }: About) {
  const bySegment = new Map<Segment, readonly PageMention[]>();
  let requests = 0;
  let failures = 0;
  let first = Number.NaN;
  const from = performance.now();
  const queue = new LinkQueue(
    async (texts, established) => {
      requests++;
      const params = {
        url: location.href,
        ...(language !== undefined && { language }),
        ...(date !== undefined && { date }),
        segments: texts,
        established,
      };
      try {
        const { mentions, ...rest } = await ask(PAGE_ANSWERS.link, send, 'link', params);
        return { mentions: unpackMentions(mentions), ...rest };
      } catch (error) {
        failures++;
        console.error(error);
        throw error;
      }
    },
    () => true,
    (linked, mentions) => {
      linked.forEach((segment, at) => {
        bySegment.set(segment, mentions[at] ?? []);
      });
      if (Number.isNaN(first)) first = performance.now() - from;
    },
  );
  for (const segment of segments) queue.add(segment);
  queue.flush();
  await queue.settled();
  const all = performance.now() - from;
  const found = [...bySegment.values()].flat();
  const entities = new Set(found.map(({ entity }) => entity)).size;
  const linked: Linked = { first, all, requests, failures, mentions: found.length, entities };
  return { linked, bySegment };
}

function send(envelope: unknown): Promise<unknown> {
  return browser.runtime.sendMessage(envelope);
}

/** A text as if it were a block's of this page. */
function segmentOf(text: string): Segment {
  return { text, block: document.body, pieces: [] };
}
