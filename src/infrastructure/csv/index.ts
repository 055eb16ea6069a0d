/** CSV in and out: recognized, read with the line of each row, and guarded against formulas on the way out. */
export { type CsvColumns, type CsvFault, LARGEST_CSV_BYTES } from './csv-columns.js';
export { isFormula } from './formula-guard.js';
export { type CsvReading, type CsvRow, readCsv } from './read-csv.js';
export { type CsvCell, type CsvSeparator, writeCsv, writePlainCsv } from './write-csv.js';
