import {
  type DocumentFault,
  readDocument,
  type ReadDocument,
} from '../../../src/infrastructure/documents/index.js';

/** A text or bytes as a file of that name; fails the test where it is refused. */
export async function readAs(name: string, content: string | Uint8Array): Promise<ReadDocument> {
  const outcome = await given(name, content);
  if (outcome.kind === 'refuse') throw new Error(`${name} was refused: ${outcome.message}`);
  return outcome;
}

/** Why a file of that name is refused; fails the test where it is read. */
export async function refusedAs(name: string, content: string | Uint8Array): Promise<DocumentFault> {
  const outcome = await given(name, content);
  if (outcome.kind === 'read')
    throw new Error(`${name} was read as ${outcome.format}: ${outcome.text.slice(0, 200)}`);
  return outcome;
}

function given(name: string, content: string | Uint8Array): Promise<ReadDocument | DocumentFault> {
  return readDocument({ name, bytes: typeof content === 'string' ? Buffer.from(content) : content });
}
