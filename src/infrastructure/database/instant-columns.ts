import type { ColumnType } from 'kysely';

/** An instant: read as epoch milliseconds, written as a Date. */
export type At = ColumnType<number, Date, Date>;
export type NullableAt = ColumnType<number | null, Date | null | undefined, Date | null>;
export type GeneratedAt = ColumnType<number, Date | undefined, Date>;
