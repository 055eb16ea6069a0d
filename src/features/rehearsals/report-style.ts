/** The style of the report of a rehearsal: light and dark, on a phone as on a desk, and on paper. */
export const REPORT_STYLE = `
:root {
  color-scheme: light dark;
  --ground: #f4f2ee; --paper: #fffefb; --line: #ddd8ce; --ink: #1d2326; --soft: #555e66;
  --good: #17693a; --wait: #6b5200; --bad: #a3261b;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #12171a; --paper: #1a2125; --line: #333d43; --ink: #e9ecec; --soft: #a7b1b6;
    --good: #78d699; --wait: #ecd08a; --bad: #ff9c90;
  }
}
* { box-sizing: border-box; }
html { background: var(--ground); color: var(--ink); font: 1rem/1.5 "Helvetica Neue", Arial, "Liberation Sans", "Noto Sans", sans-serif; }
body { margin: 0 auto; max-width: 60rem; padding: 2.5rem 1.25rem 5rem; overflow-wrap: anywhere; }
h1, h2, p, ul, dl, dd { margin: 0; }
h1 { font-size: 2rem; line-height: 1.15; }
h2 { margin: 2.5rem 0 0.75rem; font-size: 1.15rem; }
.eyebrow { margin-bottom: 0.3rem; color: var(--soft); font-size: 0.8rem; letter-spacing: 0.08em; text-transform: uppercase; }
.lead { margin-top: 0.5rem; color: var(--soft); }
.tally { display: grid; grid-template-columns: repeat(auto-fit, minmax(8.5rem, 1fr)); gap: 0.75rem; margin-top: 1.5rem; }
.tally div { padding: 0.75rem 1rem; border: 1px solid var(--line); border-radius: 0.5rem; background: var(--paper); }
.tally dt { color: var(--soft); font-size: 0.85rem; }
.tally dd { font-size: 1.6rem; font-variant-numeric: tabular-nums; line-height: 1.2; }
.list { padding: 0; border: 1px solid var(--line); border-radius: 0.5rem; background: var(--paper); list-style: none; }
.list li { padding: 0.65rem 1rem; }
.list li + li { border-top: 1px solid var(--line); }
.list small, .quiet { color: var(--soft); }
.list small { display: block; }
table { width: 100%; border-collapse: collapse; background: var(--paper); border: 1px solid var(--line); border-radius: 0.5rem; }
th, td { padding: 0.6rem 0.9rem; text-align: left; vertical-align: top; font-weight: 400; }
thead th { color: var(--soft); font-size: 0.8rem; }
tbody tr > * { border-top: 1px solid var(--line); }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.when { white-space: nowrap; font-variant-numeric: tabular-nums; }
.words { white-space: pre-wrap; }
.words + .words { margin-top: 0.5rem; }
.came { color: var(--good); font-weight: 700; }
.waits { color: var(--wait); font-weight: 700; }
.kept { color: var(--bad); font-weight: 700; }
@media (max-width: 44rem) {
  body { padding: 1.25rem 0.9rem 3rem; }
  h1 { font-size: 1.55rem; }
  .posts, .posts tbody, .posts tr, .posts td, .posts th { display: block; }
  .posts thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .posts tr { padding: 0.7rem 0.9rem; }
  .posts tr + tr { border-top: 1px solid var(--line); }
  .posts tr > * { padding: 0; border: 0; }
  .posts .words:first-child { margin-top: 0.4rem; }
  .lengths th, .lengths td { padding: 0.5rem 0.4rem; }
}
@media print {
  html { background: #fff; font-size: 9pt; }
  body { max-width: none; padding: 0; }
  tr, li { break-inside: avoid; }
}
`;
