/** Style and script of the HTML report. They are named by their hashes in the page's content security policy, so nothing else can run in it. */

export const STYLE = `
:root {
  color-scheme: light;
  --paper: #faf9f6; --card: #ffffff; --ink: #23211e; --soft: #6b665e; --line: #e4e0d8; --code: #f5f3ee; --hover: #f1eee7;
  --red: #b3372b; --red-soft: #f9e7e3; --ochre: #8f6410; --ochre-soft: #f8edd3; --jade: #2f6f57; --jade-soft: #e2f0e9; --grey: #8d877c; --grey-soft: #edeae3;
  --link: #2b5c8a; --mark: #f6d9d2; --mark-review: #f6e3b4;
  --sans: system-ui, -apple-system, "Segoe UI", "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif;
  --mono: ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", "Noto Sans Mono CJK SC", monospace;
}
@media screen and (prefers-color-scheme: dark) { :root:not([data-theme="light"]) {
  color-scheme: dark;
  --paper: #17181a; --card: #1f2023; --ink: #e6e2da; --soft: #a39d92; --line: #34353a; --code: #191a1c; --hover: #292a2e;
  --red: #f08d7e; --red-soft: #3d2320; --ochre: #e0b45c; --ochre-soft: #382d17; --jade: #7cc6a6; --jade-soft: #1c332a; --grey: #8f8a80; --grey-soft: #2b2c30;
  --link: #8db8e0; --mark: #5c2d27; --mark-review: #54431c;
} }
@media screen { :root[data-theme="dark"] {
  color-scheme: dark;
  --paper: #17181a; --card: #1f2023; --ink: #e6e2da; --soft: #a39d92; --line: #34353a; --code: #191a1c; --hover: #292a2e;
  --red: #f08d7e; --red-soft: #3d2320; --ochre: #e0b45c; --ochre-soft: #382d17; --jade: #7cc6a6; --jade-soft: #1c332a; --grey: #8f8a80; --grey-soft: #2b2c30;
  --link: #8db8e0; --mark: #5c2d27; --mark-review: #54431c;
} }
* { box-sizing: border-box; }
html { font: 16px/1.6 var(--sans); background: var(--paper); color: var(--ink); scroll-padding-top: 4rem; -webkit-text-size-adjust: 100%; }
body { margin: 0; }
html[data-lang="zh"] body [lang="en"], html[data-lang="en"] body [lang="zh-CN"] { display: none; }
a { color: var(--link); text-decoration-thickness: 1px; text-underline-offset: .2em; }
h1, h2, h3, h4, p, ol, ul, dl, dd, figure { margin: 0; padding: 0; }
ol, ul { list-style: none; }
code, .mono { font-family: var(--mono); font-size: .86em; overflow-wrap: anywhere; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 4px; }
.film { display: flex; gap: 1rem; overflow-x: auto; padding: .5rem 0 1rem; align-items: flex-start; }
.frame { flex: 0 0 9.5rem; }
.frame .screen { display: block; width: 100%; height: auto; border: 1px solid var(--line); border-radius: 8px; background: #fff; }
.frame.faulty .screen { border-color: var(--ochre); }
.frame figcaption { font-size: .8rem; color: var(--soft); padding-top: .35rem; overflow-wrap: anywhere; }
.screen .box { fill: none; stroke: #d0311f; stroke-width: 4; }
.map { overflow-x: auto; margin-bottom: 1rem; }
.map summary { cursor: pointer; color: var(--link); }
.ways .node { fill: var(--card); stroke: var(--grey); }
.ways .apart { stroke-dasharray: 4 3; }
.ways .way { fill: none; stroke: var(--grey); stroke-width: 1.5; opacity: .7; }
.ways text { font: 13px var(--sans); fill: var(--ink); text-anchor: middle; }
.skip { position: absolute; left: -99rem; }
.skip:focus { left: 1rem; top: .6rem; z-index: 9; background: var(--card); padding: .4rem .8rem; }
.wrap { max-width: 72rem; margin: 0 auto; padding: 0 1.5rem; }
.bar { position: sticky; top: 0; z-index: 5; background: var(--paper); border-bottom: 1px solid var(--line); }
.bar .wrap { display: flex; align-items: center; gap: 1.5rem; min-height: 3.25rem; flex-wrap: wrap; }
.brand { font-weight: 600; letter-spacing: .04em; white-space: nowrap; }
.bar nav { display: flex; gap: 1.25rem; flex: 1; flex-wrap: wrap; }
.bar nav a { color: var(--soft); text-decoration: none; white-space: nowrap; }
.bar nav a:hover { color: var(--ink); text-decoration: underline; }
.tools { display: flex; gap: .5rem; }
button, input[type="search"] { font: inherit; font-size: .875rem; color: inherit; background: var(--card); border: 1px solid var(--line); border-radius: 6px; padding: .3rem .7rem; }
button { cursor: pointer; }
button:hover { background: var(--hover); }
button[aria-pressed="true"] { border-color: var(--ink); background: var(--hover); }
header.top { padding: 2.5rem 0 2rem; }
h1 { font-size: 1.75rem; line-height: 1.25; font-weight: 650; overflow-wrap: anywhere; }
.sub { color: var(--soft); margin-top: .35rem; display: flex; flex-wrap: wrap; gap: 0 .6rem; }
.sub > *:not(:last-child)::after { content: "·"; margin-left: .6rem; }
.counts { display: grid; grid-template-columns: repeat(5, minmax(0, 1fr)); gap: .75rem; margin-top: 1.75rem; }
.counts > * { display: block; background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: .9rem 1.1rem; color: inherit; text-decoration: none; }
.counts b { display: block; font-size: 1.9rem; line-height: 1.15; font-weight: 600; font-variant-numeric: tabular-nums; }
.counts span.label { color: var(--soft); font-size: .875rem; }
.counts .violation b { color: var(--red); } .counts .review b { color: var(--ochre); } .counts .pass b { color: var(--jade); }
.share { display: block; width: 100%; height: 8px; margin-top: 1rem; border-radius: 4px; overflow: hidden; }
.share .violation { fill: var(--red); } .share .review { fill: var(--ochre); } .share .pass { fill: var(--jade); } .share .not-applicable { fill: var(--line); } .share .not-checked { fill: var(--grey); }
.banner { margin-top: 1.25rem; border-left: 4px solid var(--red); background: var(--red-soft); padding: .7rem 1rem; border-radius: 0 8px 8px 0; }
section { padding: 1.75rem 0; }
section > h2 { font-size: 1.3rem; font-weight: 650; margin-bottom: .35rem; }
.lead { color: var(--soft); margin-bottom: 1.1rem; max-width: 46rem; }
.clause { margin-top: 1.75rem; }
.clause > h3 { font-size: 1.02rem; font-weight: 600; display: flex; flex-wrap: wrap; gap: .1rem .7rem; align-items: baseline; }
.clause > h3 code { color: var(--soft); font-weight: 400; }
.clause > .gist { color: var(--soft); font-size: .925rem; max-width: 52rem; margin-top: .15rem; }
.finding { background: var(--card); border: 1px solid var(--line); border-left: 4px solid var(--red); border-radius: 10px; padding: 1.1rem 1.25rem 1rem; margin-top: .8rem; }
.finding.review { border-left-color: var(--ochre); }
.finding > h4 { font-size: 1.05rem; font-weight: 600; line-height: 1.4; overflow-wrap: anywhere; }
.tags { display: flex; flex-wrap: wrap; gap: .4rem; margin: .45rem 0 .2rem; font-size: .8125rem; }
.tag { border-radius: 99px; padding: .05rem .6rem; background: var(--grey-soft); color: var(--soft); white-space: nowrap; text-decoration: none; }
.tag.later { background: none; box-shadow: inset 0 0 0 1px var(--line); }
.tag.violation { background: var(--red-soft); color: var(--red); } .tag.review { background: var(--ochre-soft); color: var(--ochre); } .tag.pass { background: var(--jade-soft); color: var(--jade); }
.where { margin-top: .8rem; color: var(--soft); font-size: .875rem; }
.code { margin-top: .3rem; background: var(--code); border: 1px solid var(--line); border-radius: 8px; padding: .5rem 0; overflow-x: auto; font: .8125rem/1.65 var(--mono); tab-size: 2; }
.code .line { display: flex; min-width: max-content; padding-right: 1rem; }
.code .no { flex: none; width: 3.6rem; padding-right: 1rem; text-align: right; color: var(--grey); user-select: none; -webkit-user-select: none; }
.code .src { white-space: pre; }
.code mark { background: var(--mark); color: inherit; border-radius: 3px; padding: .1em 0; }
.finding.review .code mark { background: var(--mark-review); }
.code .note { padding-left: 1.25rem; color: var(--red); font-family: var(--sans); white-space: pre; }
.code .note::before { content: "← "; }
.finding.review .code .note { color: var(--ochre); }
.steps { margin-top: .7rem; border-left: 2px solid var(--line); margin-left: .3rem; }
.steps li { position: relative; padding: .15rem 0 .35rem 1.1rem; font-size: .9rem; }
.steps li::before { content: ""; position: absolute; left: -5px; top: .72rem; width: 8px; height: 8px; border-radius: 50%; background: var(--grey); }
.steps li:last-child::before { background: var(--red); }
.finding.review .steps li:last-child::before { background: var(--ochre); }
.steps .src { display: block; color: var(--soft); overflow: hidden; text-overflow: ellipsis; white-space: nowrap; font-family: var(--mono); font-size: .8125rem; }
.advice { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1rem; margin-top: .9rem; max-width: 56rem; }
.advice dt { color: var(--soft); }
.foot { margin-top: .8rem; color: var(--soft); font-size: .8125rem; display: flex; flex-wrap: wrap; gap: .2rem 1.2rem; }
details { margin-top: .7rem; }
summary { cursor: pointer; color: var(--soft); font-size: .9rem; }
summary:hover { color: var(--ink); }
.empty { border: 1px dashed var(--line); border-radius: 10px; padding: 1.4rem; color: var(--soft); text-align: center; }
.filters { display: flex; flex-wrap: wrap; gap: .5rem; margin-bottom: .9rem; }
.filters input { flex: 1 1 14rem; min-width: 10rem; }
.table { overflow-x: auto; background: var(--card); border: 1px solid var(--line); border-radius: 10px; }
table { border-collapse: collapse; width: 100%; min-width: 44rem; table-layout: fixed; font-size: .9rem; }
th:nth-child(1) { width: 14rem; } th:nth-child(2) { width: 40%; } th:nth-child(3) { width: 7.5rem; }
caption { text-align: left; font-weight: 600; padding: .8rem 1rem .5rem; }
th, td { text-align: left; vertical-align: top; padding: .45rem 1rem; border-top: 1px solid var(--line); }
thead th { font-weight: 500; color: var(--soft); font-size: .8125rem; border-top: 0; white-space: nowrap; }
td:first-child { color: var(--soft); line-height: 1.85; }
td:nth-child(3) { white-space: nowrap; }
td:nth-child(4) { color: var(--soft); overflow-wrap: anywhere; }
tr.heading td { color: var(--soft); }
tr:target td { background: var(--hover); }
td details { margin: 0; } td summary { color: inherit; font-size: inherit; } td summary::marker { color: var(--grey); font-size: .7em; } td details p { color: var(--soft); margin: .2rem 0 .3rem; }
.table + .table { margin-top: 1rem; }
.list li { padding: .55rem 0; border-top: 1px solid var(--line); overflow-wrap: anywhere; }
.list li:first-child { border-top: 0; }
.list .where { margin: 0; }
.about { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1.25rem; font-size: .9rem; }
.about dt { color: var(--soft); }
.about dd { overflow-wrap: anywhere; }
footer { color: var(--soft); font-size: .875rem; padding: 1.5rem 0 3rem; }
.veil { display: inline-block; width: min(20rem, 100%); margin: .5rem 0; cursor: pointer; color: var(--soft); font-size: .8rem; }
.veil input { position: absolute; opacity: 0; }
.veil svg { display: block; width: 100%; max-height: 30rem; border: 1px solid var(--line); border-radius: 4px; background: #fff; }
.veil image { filter: blur(18px) saturate(.4); }
.veil input:checked + svg image { filter: none; }
.veil input:focus-visible + svg { outline: 2px solid currentColor; outline-offset: 2px; }
.veil .box { fill: none; stroke: #e5484d; }
[hidden] { display: none !important; }
@media (max-width: 46rem) {
  html { font-size: 15px; }
  .wrap { padding: 0 1rem; }
  .bar { position: static; } .bar .wrap { padding-top: .5rem; padding-bottom: .5rem; gap: .4rem 1rem; } .brand { flex: 1; } .bar nav { order: 3; flex-basis: 100%; gap: .2rem 1rem; }
  .counts { grid-template-columns: repeat(2, minmax(0, 1fr)); }
  .counts .violation { grid-column: 1 / -1; }
  .advice { grid-template-columns: 1fr; gap: 0; } .advice dd { margin-bottom: .5rem; }
  th, td { padding: .4rem .7rem; }
  .code .no { width: 2.8rem; padding-right: .7rem; }
}
@media print {
  html { font-size: 10.5pt; background: #fff; }
  .bar { position: static; } .bar nav, .tools, .filters, .skip { display: none; }
  .finding, tr, .code { break-inside: avoid; } .clause > h3, section > h2 { break-after: avoid; }
  .code { overflow: visible; } .code .line { min-width: 0; } .code .src, .steps .src { white-space: pre-wrap; overflow-wrap: anywhere; }
  .table { overflow: visible; border: 0; } table { min-width: 0; font-size: 9pt; } th:nth-child(1) { width: 8.5rem; } th:nth-child(3) { width: 5.5rem; } th, td { padding: .2rem .5rem; }
  .counts b { font-size: 1.4rem; } .counts > * { padding: .4rem .6rem; }
  a { color: inherit; text-decoration: none; }
}
`

export const SCRIPT = `
(() => {
  const root = document.documentElement
  const one = (selector) => document.querySelector(selector)
  const all = (selector) => [...document.querySelectorAll(selector)]
  const tell = () => {
    const zh = root.dataset.lang === 'zh'
    root.lang = zh ? 'zh-CN' : 'en'
    one('#lang').textContent = zh ? 'English' : '中文'
    for (const element of all('[data-zh]')) element.setAttribute(element.dataset.attribute, zh ? element.dataset.zh : element.dataset.en)
  }
  one('#lang').addEventListener('click', () => {
    root.dataset.lang = root.dataset.lang === 'zh' ? 'en' : 'zh'
    tell()
  })
  one('#theme').addEventListener('click', () => {
    const dark = root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches
    root.dataset.theme = dark ? 'light' : 'dark'
  })
  const rows = all('tr[data-status]')
  const texts = new Map(rows.map((row) => [row, row.textContent.toLowerCase()]))
  const filters = all('button[data-filter]')
  const search = one('#search')
  const show = () => {
    const wanted = filters.find((button) => button.getAttribute('aria-pressed') === 'true').dataset.filter
    const words = search.value.toLowerCase().split(/\\s+/).filter(Boolean)
    for (const row of rows) row.hidden = (wanted !== '' && row.dataset.status !== wanted) || !words.every((word) => texts.get(row).includes(word))
    for (const table of all('.table')) table.hidden = !table.querySelector('tr[data-status]:not([hidden])')
    one('#none').hidden = all('.table').some((table) => !table.hidden)
  }
  const press = (button) => {
    for (const other of filters) other.setAttribute('aria-pressed', String(other === button))
    show()
  }
  for (const button of filters) button.addEventListener('click', () => press(button))
  for (const link of all('a[data-show]')) link.addEventListener('click', () => press(filters.find((button) => button.dataset.filter === link.dataset.show)))
  search.addEventListener('input', show)
  // A link to a clause leads to its row, whatever the filters hide.
  addEventListener('hashchange', () => {
    const row = document.getElementById(decodeURIComponent(location.hash.slice(1)))
    if (!row || !row.hidden) return
    search.value = ''
    press(filters[0])
    row.scrollIntoView()
  })
  addEventListener('beforeprint', () => {
    for (const details of all('.finding details, details.more')) details.open = true
  })
  for (const control of all('.tools, .filters')) control.hidden = false
  tell()
})()
`
