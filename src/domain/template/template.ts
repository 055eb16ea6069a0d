import type { Template as LiquidTemplate } from 'liquidjs';
import type { Network } from '../network/network.js';

/** A place in a template file: both count from 1, columns in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** What is wrong with a template file, and where. */
export interface Fault extends Position {
  readonly fileName: string;
  readonly message: string;
}

/** A place where the partner's own words go: `asks` is the question put to the partner. */
export interface Blank {
  readonly name: string;
  readonly asks: string;
  /** What stands there as long as the partner says nothing; without it the post cannot be made. */
  readonly default?: string | undefined;
  /** How another partner might answer: shown beside the question and in previews, never in a post. */
  readonly example?: string | undefined;
}

export interface Range {
  readonly from: number;
  readonly to: number;
}

/** Where a variable or a blank is asked for. */
export interface Use extends Position {
  readonly name: string;
}

/** One part of a post: its first line in the file, what it asks for, and its Liquid, parsed. */
export interface TemplatePart {
  readonly line: number;
  readonly uses: readonly Use[];
  readonly liquid: readonly LiquidTemplate[];
}

/** A template that was read without faults. */
export interface Template {
  readonly fileName: string;
  readonly name: string;
  /** One sentence on when to use it. */
  readonly purpose: string;
  readonly networks: readonly Network[];
  /** The kind of statement that it is built around. */
  readonly needs: 'quotation' | 'fact' | 'none';
  /** How long each part may be, in characters as readers count them. */
  readonly length: Range | null;
  /** The days before the hearing on which it makes sense; below zero is after the hearing. */
  readonly daysBefore: Range | null;
  /** Used only by waves that name it: what it says is not true of just any day, campaign or partner. */
  readonly byName: boolean;
  readonly blanks: readonly Blank[];
  /** The part that shows the quotation is repeated for as many groups of its sentences as fit. */
  readonly split: boolean;
  readonly parts: readonly TemplatePart[];
}

/** Whether a wave that names these templates, or any, may use this one. */
export function isAllowed(template: Template, names: readonly string[] | 'any'): boolean {
  return names === 'any' ? !template.byName : names.includes(template.name);
}
