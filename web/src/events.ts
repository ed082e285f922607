/**
 * Server-sent events read with `fetch`, because `EventSource` cannot send the key.
 *
 * @see https://html.spec.whatwg.org/multipage/server-sent-events.html
 */
export type StreamEvent = Readonly<{ name: string; data: string }>;

/** The events of `body` as they come, wherever the bytes are cut. Comments are passed over. */
export async function* readEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<StreamEvent> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  try {
    for (let { done, value } = await reader.read(); !done; { done, value } = await reader.read()) {
      text += decoder.decode(value, { stream: true });
      const blocks = text.split('\n\n');
      text = blocks.pop() ?? '';
      for (const block of blocks) {
        const event = eventOf(block);
        if (event !== null) yield event;
      }
    }
  } finally {
    await reader.cancel();
  }
}

/** @returns null for what only keeps the connection open. */
function eventOf(block: string): StreamEvent | null {
  const fields = block.split('\n').map((line) => line.split(/: ?(.*)/s));
  const valuesOf = (field: string) => fields.filter(([name]) => name === field).map(([, value]) => value ?? '');
  const data = valuesOf('data');
  return data.length === 0 ? null : { name: valuesOf('event').at(-1) ?? 'message', data: data.join('\n') };
}
