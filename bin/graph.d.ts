export interface Import {
  readonly from: string;
  readonly to: string;
}

export interface Violation extends Import {
  readonly rule: string;
}

export function cruise(folder?: string): {
  readonly imports: readonly Import[];
  readonly violations: readonly Violation[];
};
