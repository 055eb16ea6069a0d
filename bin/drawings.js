/** Draws, in Mermaid, what the documents show of the code; pure, so that a test can hold the documents to it. */

/** The moves of a post as a state diagram, made from the one table of moves. */
export function movesDiagram(moves) {
  // Mermaid takes no hyphen in the name of a state, only in its label.
  const id = (status) => status.replaceAll('-', '_');
  const named = Object.keys(moves).filter((status) => id(status) !== status);
  const lines = ['stateDiagram-v2', ...named.map((status) => `  state "${status}" as ${id(status)}`)];
  lines.push('  [*] --> draft', '  [*] --> proposed');
  for (const [from, targets] of Object.entries(moves)) {
    for (const to of targets) lines.push(`  ${id(from)} --> ${id(to)}`);
    if (targets.length === 0) lines.push(`  ${id(from)} --> [*]`);
  }
  return fenced(lines);
}

/** The folders of `src` and who imports whom. The processes' entrances are one box. */
export function foldersDiagram(imports) {
  return flowchart(imports, (path) => {
    if (/^src\/(main|worker|cli)\.ts$/.test(path) || path.startsWith('src/assembly/')) return 'entrances';
    return /^src\/([^/]+)\//.exec(path)?.[1];
  });
}

/** The folders inside one folder of `src`, such as the features, and who imports whom among them. */
export function insideDiagram(imports, folder) {
  return flowchart(imports, (path) => {
    if (!path.startsWith(`src/${folder}/`)) return undefined;
    return /^([^/]+)\//.exec(path.slice(`src/${folder}/`.length))?.[1];
  });
}

function flowchart(imports, boxOf) {
  const arrows = new Set();
  for (const { from, to } of imports) {
    const [tail, head] = [boxOf(from), boxOf(to)];
    if (tail !== undefined && head !== undefined && tail !== head) arrows.add(`  ${tail} --> ${head}`);
  }
  return fenced(['flowchart LR', ...[...arrows].sort((a, b) => (a < b ? -1 : 1))]);
}

function fenced(lines) {
  return ['```mermaid', ...lines, '```'].join('\n');
}

/**
 * The text between `<!-- name:start -->` and `<!-- name:end -->`, trimmed.
 * @throws when a marker is missing.
 */
export function section(text, name) {
  const { start, end } = bounds(text, name);
  return text.slice(start, end).trim();
}

/** The document with that text replaced. */
export function withSection(text, name, content) {
  const { start, end } = bounds(text, name);
  return `${text.slice(0, start)}\n\n${content}\n\n${text.slice(end)}`;
}

function bounds(text, name) {
  const [opening, closing] = [`<!-- ${name}:start -->`, `<!-- ${name}:end -->`];
  const [start, end] = [text.indexOf(opening), text.indexOf(closing)];
  if (start === -1 || end < start) {
    throw new Error(`The document needs a line ${opening} and below it a line ${closing}.`);
  }
  return { start: start + opening.length, end };
}
