/**
 * The printed plan's style: black on white, on A4 as on Letter. The head of each wave's table repeats on every sheet,
 * no row is split over two, and on a narrow screen a row becomes a block.
 */
export const PLAN_STYLE = `
:root { color-scheme: only light; }
* { box-sizing: border-box; }
body {
  margin: 0 auto;
  max-width: 62rem;
  padding: 2.5rem 1.5rem 4rem;
  background: #fff;
  color: #000;
  overflow-wrap: anywhere;
  font: 1rem/1.45 "Helvetica Neue", Arial, "Liberation Sans", "Noto Sans", sans-serif;
}
h1, h2, p, ul { margin: 0; }
h1 { font-size: 2rem; line-height: 1.15; letter-spacing: -0.01em; }
h2 { font-size: 1.2rem; line-height: 1.25; }
.eyebrow { margin-bottom: 0.35rem; font-size: 0.8rem; letter-spacing: 0.08em; text-transform: uppercase; }
.case { margin-top: 0.35rem; }
.hearing {
  margin: 1.25rem 0 1rem;
  padding: 0.75rem 1rem;
  border: 2px solid #000;
  font-size: 1.15rem;
  font-weight: 700;
}
.hearing small { display: block; margin-top: 0.15rem; font-size: 0.85rem; font-weight: 400; }
.notes { padding-left: 1.1rem; font-size: 0.9rem; }
.notes li + li { margin-top: 0.2rem; }
table { width: 100%; margin-top: 2rem; border-collapse: collapse; border-bottom: 2px solid #000; }
th, td { padding: 0.55rem 1rem 0.55rem 0; text-align: left; vertical-align: top; }
th:last-child, td:last-child { padding-right: 0; }
thead th { border-bottom: 1px solid #000; font-size: 0.8rem; }
thead .wave { padding-top: 0.6rem; border-top: 2px solid #000; border-bottom: 0; font-size: 1rem; }
.wave p { font-weight: 400; }
tbody tr + tr > * { border-top: 1px solid #999; }
tbody th { font-weight: 400; }
.overview td, .overview tbody th { padding-top: 0.3rem; padding-bottom: 0.3rem; }
.overview .count { width: 4.5rem; text-align: right; font-variant-numeric: tabular-nums; }
.overview a { color: inherit; }
.when { width: 8.5rem; font-variant-numeric: tabular-nums; }
.who { width: 12.5rem; }
.when strong, .who strong { display: block; }
.when span, .who span { display: block; font-size: 0.9rem; }
.when .settled { font-weight: 700; }
.text { white-space: pre-wrap; }
.text + .text { margin-top: 0.6rem; }
.part { display: block; font-size: 0.8rem; font-weight: 700; }
.sources { margin-top: 0.5rem; padding-left: 0.6rem; border-left: 3px solid #777; font-size: 0.85rem; list-style: none; }
.none { padding: 0.75rem 0; font-style: italic; }
@media screen and (max-width: 46rem) {
  body { padding: 1.25rem 1rem 3rem; }
  h1 { font-size: 1.6rem; }
  table, thead, tbody, .posts tr, .posts th, .posts td { display: block; width: auto; }
  .posts .columns, .overview thead .label { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .posts tbody tr { padding: 0.85rem 0; }
  .posts tbody tr + tr { border-top: 1px solid #999; }
  .posts tbody tr > * { padding: 0; border: 0; }
  .posts .when { display: flex; flex-wrap: wrap; column-gap: 0.75rem; align-items: baseline; }
  .posts .who span { display: inline; }
  .posts .who span + span::before { content: " · "; }
  .posts .words { margin-top: 0.5rem; }
  .overview tr { display: grid; grid-template-columns: 1fr 3.5rem 3.5rem; align-items: baseline; padding: 0.5rem 0; }
  .overview tbody tr + tr { border-top: 1px solid #999; }
  .overview thead tr { border-bottom: 1px solid #000; }
  .overview tr > .count, .overview tr > .label, .overview tr > th { width: auto; padding: 0; border: 0; }
  .overview tbody th { font-weight: 700; }
  .overview tbody .label { grid-column: 1 / -1; order: 1; }
}
@page {
  margin: 15mm 15mm 17mm;
  @bottom-right { content: counter(page) " / " counter(pages); font: 8pt Arial, sans-serif; }
}
@media print {
  :root { font-size: 9pt; }
  body { max-width: none; padding: 0; }
  a { text-decoration: none; }
  thead { display: table-header-group; }
  tr, .hearing, .notes { break-inside: avoid; }
  thead, h1, h2 { break-after: avoid; }
  tbody tr:first-child { break-before: avoid; }
  th, td { padding-right: 4mm; }
  .when { width: 25mm; }
  .who { width: 36mm; }
}
`;
