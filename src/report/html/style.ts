/** The look of the page: light, dark and on paper. Colours have a contrast of 4.5 : 1 and more. */
export const STYLE = `
:root { color-scheme: light; --paper: #ffffff; --ink: #1f2933; --soft: #52606d; --line: #d3dae2; --panel: #f5f7fa;
  --accent: #1a5fb4; --error: #9b1c1c; --warning: #7a4b00; --notice: #1f5f8b;
  --c1: #2f6f9f; --c2: #e0a526; --c3: #8a63a8; --c4: #c0392b; --c5: #8795a1; }
@media (prefers-color-scheme: dark) { :root:not([data-theme=light]) { color-scheme: dark; --paper: #14181d; --ink: #e6ebf0;
  --soft: #aab6c2; --line: #3a4552; --panel: #1d242c; --accent: #8ab8f0; --error: #ff9a92; --warning: #f2c46d; --notice: #93c9ee;
  --c1: #6aa9d8; --c2: #f0c04f; --c3: #bb96d6; --c4: #ff7b6b; --c5: #94a3b3; } }
:root[data-theme=dark] { color-scheme: dark; --paper: #14181d; --ink: #e6ebf0; --soft: #aab6c2; --line: #3a4552;
  --panel: #1d242c; --accent: #8ab8f0; --error: #ff9a92; --warning: #f2c46d; --notice: #93c9ee;
  --c1: #6aa9d8; --c2: #f0c04f; --c3: #bb96d6; --c4: #ff7b6b; --c5: #94a3b3; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 1200px; padding: .8rem 1.5rem 1.5rem; background: var(--paper); color: var(--ink);
  font: 15px/1.6 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
h1 { font-size: 1.4rem; margin: 0 0 .2rem; } h2 { font-size: 1.15rem; margin: 2rem 0 .6rem; border-bottom: 2px solid var(--line); }
#list h2 { margin-top: .4rem; } section { scroll-margin-top: 3rem; }
nav { position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; gap: .2rem 1.2rem; background: var(--paper); border-bottom: 1px solid var(--line); padding: .4rem 0; }
nav a { color: var(--accent); }
.facts { color: var(--soft); margin: 0; } .alarm { color: var(--error); font-weight: bold; }
.skip { position: absolute; left: -999em; } .skip:focus { left: 1rem; top: 1rem; background: var(--paper); padding: .5rem; }
.numbers { display: flex; flex-wrap: wrap; gap: .5rem; margin: .7rem 0; padding: 0; list-style: none; }
.numbers li { background: var(--panel); border: 1px solid var(--line); border-radius: 8px; padding: .3rem .9rem; font-size: .88rem; }
.numbers b { display: block; font-size: 1.3rem; line-height: 1.2; font-variant-numeric: tabular-nums; }
.error { color: var(--error); font-weight: bold; } .warning { color: var(--warning); } .notice { color: var(--notice); }
svg.chart { width: 100%; max-width: 760px; height: auto; display: block; }
.pair { display: flex; flex-wrap: wrap; gap: 1rem; } figure { flex: 1 1 420px; margin: 0; } figcaption { font-weight: bold; }
table { border-collapse: collapse; width: 100%; font-size: .92rem; } caption { text-align: left; color: var(--soft); padding: .3rem 0; }
th, td { border: 1px solid var(--line); padding: .35rem .55rem; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
thead th { background: var(--panel); white-space: nowrap; } td.number { text-align: right; font-variant-numeric: tabular-nums; }
summary { cursor: pointer; color: var(--accent); } .scroll { overflow-x: auto; }
#findings td:nth-child(-n+4) { white-space: nowrap; } #findings td:nth-child(5) { min-width: 22em; } #findings td:last-child { min-width: 15em; font-size: .88em; }
.controls { display: flex; flex-wrap: wrap; gap: .5rem .7rem; align-items: end; margin: .5rem 0; }
select { max-width: 15em; } .tick { display: block; padding-bottom: .35rem; } .pager { margin: .4rem 0; } .id { color: var(--soft); font-family: monospace; } label { display: grid; font-size: .88rem; }
input, select, button { font: inherit; color: inherit; background: var(--panel); border: 1px solid var(--soft); border-radius: 5px; padding: .3rem .6rem; } select, input[type=search] { box-sizing: border-box; height: 2.3rem; }
button { cursor: pointer; } button[disabled] { opacity: .55; cursor: default; } th button { border: 0; padding: 0; font-weight: bold; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 1px; }
th[aria-sort=ascending] button::after { content: " ▲"; } th[aria-sort=descending] button::after { content: " ▼"; }
.todo { color: var(--soft); display: block; } .theme { margin-left: .6rem; float: right; }
@media screen and (max-width: 720px) { body { padding: .6rem; } #findings, #findings tbody, #findings tr, #findings td { display: block; width: auto; min-width: 0; }
  #findings thead { position: absolute; left: -999em; } #findings tr { border: 1px solid var(--line); border-radius: 8px; margin: 0 0 .8rem; padding: .5rem .7rem; }
  #findings td:nth-child(n) { border: 0; padding: .12rem 0; min-width: 0; white-space: normal; } #findings td:empty { display: none; }
  #findings td:nth-child(-n+4) { display: inline-block; margin-right: .8em; } #findings td:nth-child(6)::before { content: attr(data-label); font-weight: bold; }
  nav { position: static; font-size: .9rem; } caption { display: none; } .controls label { flex: 1 1 45%; } .controls .tick { flex: 1 1 100%; }
  .controls select, .controls input[type=search] { width: 100%; max-width: none; } }
@media print { :root:root:root { color-scheme: light; --c1: #2f6f9f; --c2: #e0a526; --c3: #8a63a8; --c4: #c0392b; --c5: #8795a1;
  --paper: #fff; --ink: #000; --soft: #333; --line: #999; --panel: #fff; --accent: #000;
  --error: #000; --warning: #000; --notice: #000; }
  body { padding: 0; max-width: none; font-size: 10pt; } .controls, .theme, .skip, .pager { display: none; }
  nav, h2:has(+ details:not([open])) { display: none; } details:not([open]) { display: none; } .scroll { overflow: visible; } caption { display: none; }
  #findings th[data-title] button { display: none; } #findings th[data-title]::before { content: attr(data-title); }
  h2 { break-after: avoid; } tr, figure, svg { break-inside: avoid; } #findings tr { break-inside: auto; } #findings div { break-inside: avoid; } thead { display: table-header-group; }
  @page { size: A4 landscape; margin: 12mm; } }
`;
