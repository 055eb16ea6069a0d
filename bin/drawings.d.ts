import type { Import } from './graph.js';

export function movesDiagram(moves: Readonly<Record<string, readonly string[]>>): string;
export function foldersDiagram(imports: readonly Import[]): string;
export function insideDiagram(imports: readonly Import[], folder: string): string;
export function section(text: string, name: string): string;
export function withSection(text: string, name: string, content: string): string;
