/** The report as one web page: no outside loads, nothing of the program's runs in it, both languages inside. */
import { sha256Base64 } from '../check/sha256.ts'
import type { CoverageRow, CoverageStatus, Finding, Lang, Place, Text } from '../check/types.ts'
import type { Clause } from '../rulebook/index.ts'
import { frame } from './frame.ts'
import { SCRIPT, STYLE } from './html-style.ts'
import type { ReportInput } from './input.ts'
import { both, bothOf, html, type Markup } from './markup.ts'
import { filmstrip, wayInPictures } from './screens.ts'
import { CONFIDENCE, countsOf, findingFamilies, headline, placeName, problemGroups, SET_ASIDE, STATUS, VERDICT } from './words.ts'

const STATUSES: readonly CoverageStatus[] = ['violation', 'review', 'pass', 'not-applicable', 'not-checked']
const MOST_PLACES = 200
const anchor = (clause: string) => `c-${clause.replace(/[^\w.-]/g, '-')}`
const t = (zh: string, en: string): Markup => both({ zh, en })

const placeText = (place: Place): Markup => html`<span class="mono">${bothOf((lang) => placeName(place, lang))}</span>`

const BASE64 = /^[A-Za-z0-9+/=]+$/
/** The picture that is meant, out of focus until somebody wants to see it: what is wrong with a picture may hurt the eye. */
const veiled = (place: Place, asset: ReportInput['asset']): Markup | undefined => {
  if (!('file' in place) || !place.box) return undefined
  const picture = asset?.(place.file)
  if (!picture || !BASE64.test(picture.data) || !/^image\/(?:png|jpeg|gif|webp)$/.test(picture.media)) return undefined
  const { media, data, width, height } = picture
  const [left, top, w, h] = place.box
  const line = Math.max(2, Math.round(Math.max(width, height) / 150))
  return html`<label class="veil"><input type="checkbox"><svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${place.file}"><image href="data:${media};base64,${data}" width="${width}" height="${height}"></image>${
    w > 0 ? html`<rect class="box" x="${left}" y="${top}" width="${w}" height="${h}" stroke-width="${line}"></rect>` : undefined
  }</svg><span>${t('点击查看或遮住图片', 'click to show or veil the picture')}</span></label>`
}

const codeOf = (place: Place, source: ReportInput['source']): Markup | undefined => {
  if (!('file' in place) || place.box) return undefined
  const lines = frame(source(place.file), place, { before: 2, after: 2, width: 180 })
  if (lines.length === 0) return undefined
  const note = place.note
  const last = lines.findLast((line) => line.mark)
  return html`<div class="code" tabindex="0" role="group" aria-label="${place.file}">${lines.map((line) => {
    const { mark, text } = line
    const shown = mark
      ? html`${text.slice(0, mark[0])}<mark>${text.slice(mark[0], mark[1]) || ' '}</mark>${text.slice(mark[1])}`
      : html`${text}`
    return html`<div class="line"><span class="no">${line.number}</span><span class="src">${shown}</span>${line === last && note ? html`<span class="note">${both(note)}</span>` : undefined}</div>`
  })}</div>`
}

const sameSpot = (a: Place, b: Place) => JSON.stringify({ ...a, note: undefined }) === JSON.stringify({ ...b, note: undefined })

const stepsOf = (finding: Finding, source: ReportInput['source']): Markup | undefined => {
  const [primary, ...related] = finding.places
  const steps: { readonly text?: Text; readonly place?: Place }[] = [...(finding.witness?.steps ?? []), ...(finding.path?.steps ?? [])]
  for (const place of related)
    if (!steps.some((step) => step.place && sameSpot(step.place, place))) steps.push({ place, ...(place.note ? { text: place.note } : {}) })
  const shown = steps.filter((step) => !step.text?.en || !step.place || !primary || !sameSpot(step.place, primary) || steps.length > 1)
  if (shown.length === 0) return undefined
  return html`<ol class="steps">${shown.map(({ text, place }) => {
    const line = place && 'file' in place ? frame(source(place.file), place, { before: 0, width: 140 }).at(0)?.text.trim() : undefined
    return html`<li>${text ? html`${both(text)} ` : undefined}${place ? html`<span class="where">${placeText(place)}</span>` : undefined}${line ? html`<span class="src">${line}</span>` : undefined}</li>`
  })}</ol>`
}

const article = (group: readonly Finding[], input: ReportInput): Markup => {
  const [first, ...rest] = group
  if (!first) return html``
  const { rulebook, source } = input
  const [primary] = first.places
  const chips = first.clauses.map(({ id }) => {
    const clause = rulebook.find(id)
    return html`<a class="tag${id.startsWith('later/') ? ' later' : ''}" href="#${anchor(`row/${id}`)}" title="${clause ? `${clause.title.zh} / ${clause.title.en}` : id}">${id}</a>`
  })
  return html`<article class="finding ${first.verdict}">
<h4>${both(first.what)}</h4>
<div class="tags"><span class="tag ${first.verdict}">${both(VERDICT[first.verdict])}</span><span class="tag">${both(CONFIDENCE[first.confidence])}</span>${chips}</div>
${primary ? html`<div class="where">${placeText(primary)}</div>${codeOf(primary, source)}${veiled(primary, input.asset)}` : undefined}
${stepsOf(first, source)}${wayInPictures(first, input)}
<dl class="advice"><dt>${t('原因', 'Why')}</dt><dd>${both(first.why)}</dd><dt>${t('改法', 'Mend')}</dt><dd>${both(first.mend)}</dd>${
    first.fix
      ? html`<dt>${first.fix.kind === 'safe' ? t('可直接改', 'Safe fix') : t('建议', 'Suggested')}</dt><dd>${both(first.fix.title)}</dd>`
      : undefined
  }</dl>
${
  rest.length > 0
    ? html`<details><summary>${t(`同样的问题还有 ${rest.length} 处`, `${rest.length} more like this`)}</summary>${rest
        .slice(0, MOST_PLACES)
        .map((finding) =>
          finding.places[0]
            ? html`<div class="where">${placeText(finding.places[0])}</div>${codeOf(finding.places[0], source)}${veiled(finding.places[0], input.asset)}`
            : undefined,
        )}</details>`
    : undefined
}
<div class="foot"><code>menshen explain ${first.rule}</code><span class="mono">${first.fingerprint.slice(0, 12)}</span></div>
</article>`
}

const MOST_IN_FULL = 4
/** The first findings of a kind stand open, the others fold away. */
const familyOf = (family: readonly (readonly Finding[])[], input: ReportInput): Markup => {
  const rest = family.slice(MOST_IN_FULL)
  return html`${family.slice(0, MOST_IN_FULL).map((group) => article(group, input))}${
    rest.length > 0
      ? html`<details class="more"><summary>${t(`还有 ${rest.length} 处同类问题`, `${rest.length} more of this kind`)}</summary>${rest.map((group) => article(group, input))}</details>`
      : undefined
  }`
}

/** Findings under the first clause that they cite, in the rulebook's own order. */
const byClause = (findings: readonly Finding[], input: ReportInput): Markup => {
  const order = new Map([...input.rulebook.clauses.keys()].map((id, i) => [id, i]))
  const groups = new Map<string, (readonly (readonly Finding[])[])[]>()
  for (const family of findingFamilies(findings)) {
    const clause = family[0]?.[0]?.clauses[0]?.id ?? ''
    const before = groups.get(clause)
    if (before) before.push(family)
    else groups.set(clause, [family])
  }
  const sorted = [...groups].sort(([a], [b]) => (order.get(a) ?? 0) - (order.get(b) ?? 0))
  return html`${sorted.map(([id, list]) => {
    const clause = input.rulebook.find(id)
    return html`<div class="clause" id="${anchor(`${list[0]![0]![0]!.verdict}/${id}`)}"><h3>${clause ? both(clause.title) : id} <code>${id}</code></h3>${
      clause ? html`<p class="gist">${both(clause.gist)}${clause.overtaken ? html` ${overtaken(clause)}` : undefined}</p>` : undefined
    }${list.map((family) => familyOf(family, input))}</div>`
  })}`
}

const overtaken = (clause: Clause): Markup => {
  const { by, date } = clause.overtaken!
  return t(`（${date} 起已有变化：${by.zh}）`, `(changed since ${date}: ${by.en})`)
}

const coverageTables = ({ run, rulebook }: ReportInput): Markup => {
  const rowOf = (row: CoverageRow): Markup => {
    const clause = rulebook.find(row.clause)
    const heading = row.reason === 'heading'
    return html`<tr data-status="${row.status}"${heading ? html` class="heading"` : undefined} id="${anchor(`row/${row.clause}`)}"><td class="mono">${row.clause}</td><td>${clause ? html`<details><summary>${both(clause.title)}</summary><p>${both(clause.gist)}${clause.overtaken ? overtaken(clause) : undefined}</p></details>` : undefined}</td><td><span class="tag ${row.status}">${both(STATUS[row.status])}</span></td><td>${row.note ? both(row.note) : undefined}${row.rules.length > 0 ? html` <code>${row.rules.join(' ')}</code>` : undefined}</td></tr>`
  }
  return html`${rulebook.documents.map((document) => {
    const rows = run.coverage.filter((row) => row.clause.startsWith(`${document.document}/`))
    if (rows.length === 0) return undefined
    return html`<div class="table"><table><caption>${both(document.title)} <code>${document.document} ${document.edition}</code></caption><thead><tr><th scope="col">${t('条款', 'Clause')}</th><th scope="col">${t('内容', 'Title')}</th><th scope="col">${t('结果', 'Result')}</th><th scope="col">${t('说明', 'Why')}</th></tr></thead><tbody>${rows.map(rowOf)}</tbody></table></div>`
  })}`
}

const shareBar = (coverage: readonly CoverageRow[]): Markup => {
  const total = Math.max(1, coverage.length)
  let x = 0
  const parts = STATUSES.map((status) => {
    const width = (coverage.filter((row) => row.status === status).length / total) * 1000
    const part = html`<rect class="${status}" x="${x.toFixed(2)}" y="0" width="${width.toFixed(2)}" height="8"></rect>`
    x += width
    return part
  })
  return html`<svg class="share" viewBox="0 0 1000 8" preserveAspectRatio="none" aria-hidden="true">${parts}</svg>`
}

const setAsideSection = (findings: readonly Finding[]): Markup | undefined => {
  if (findings.length === 0) return undefined
  return html`<section id="set-aside"><h2>${t('已搁置', 'Set aside')} (${findings.length})</h2><ul class="list">${findings
    .slice(0, 500)
    .map(
      (finding) =>
        html`<li>${both(finding.what)} <span class="tag">${both(SET_ASIDE[finding.setAside!.by])}</span> ${finding.setAside!.by === 'ignore' ? html`<em>${finding.setAside!.reason}</em>` : undefined}<div class="where">${finding.places[0] ? placeText(finding.places[0]) : undefined} <code>${finding.rule}</code></div></li>`,
    )}</ul></section>`
}

const problemsSection = ({ run }: ReportInput): Markup | undefined => {
  const groups = problemGroups(run.problems)
  if (groups.length === 0) return undefined
  return html`<section id="problems"><h2>${t('读取时的情况', 'Remarks on what was read')}</h2><p class="lead">${t('标为“看不到”的，使有关内容无法检查。', 'What is marked “hidden” could not be reviewed.')}</p><ul class="list">${groups
    .slice(0, 300)
    .map(
      ({ text, hides, places }) =>
        html`<li>${hides ? html`<span class="tag review">${t('看不到', 'hidden')}</span> ` : undefined}${both(text)}<div class="where">${places.slice(0, 5).map((place) => html`<div>${placeText(place)}</div>`)}${places.length > 5 ? t(`等 ${places.length} 处`, `and ${places.length - 5} more`) : undefined}</div></li>`,
    )}</ul></section>`
}

/** Renders a run as a page that opens in `lang`. */
export const htmlReport = (input: ReportInput, lang: Lang): string => {
  const { run, rulebook } = input
  const counts = countsOf(run)
  const open = run.findings.filter((finding) => !finding.setAside)
  const violations = open.filter((finding) => finding.verdict === 'violation')
  const reviews = open.filter((finding) => finding.verdict === 'review')
  const count = (status: CoverageStatus) => run.coverage.filter((row) => row.status === status).length
  const policy = `default-src 'none'; style-src 'sha256-${sha256Base64(STYLE)}'; script-src 'sha256-${sha256Base64(SCRIPT)}'; img-src data:; base-uri 'none'; form-action 'none'`
  const titles = Object.entries(run.editions).map(
    ([id, edition]) =>
      html`<div><code>${id} ${edition}</code> ${rulebook.document(id) ? both(rulebook.document(id)!.title) : undefined}</div>`,
  )
  const filter = (status: string, label: Markup, number: number, pressed = false) =>
    html`<button type="button" data-filter="${status}" aria-pressed="${pressed ? 'true' : 'false'}">${label} ${number}</button>`

  const body = html`<a class="skip" href="#main">${t('跳到正文', 'Skip to the report')}</a>
<div class="bar"><div class="wrap"><span class="brand">${t('门神', 'Menshen')}</span><nav aria-label="report"><a href="#violations">${t('违规', 'Violations')} ${counts.violations}</a><a href="#reviews">${t('待判断', 'To review')} ${counts.reviews}</a><a href="#coverage">${t('条款', 'Clauses')}</a>${run.problems.length > 0 ? html`<a href="#problems">${t('读取', 'Reading')}</a>` : undefined}<a href="#about">${t('本次审查', 'This run')}</a></nav><div class="tools" hidden><button type="button" id="lang">English / 中文</button><button type="button" id="theme">${t('明暗', 'Light / dark')}</button></div></div></div>
<main id="main" class="wrap">
<header class="top"><h1>${run.program.name}</h1><p class="sub">${headline(run, 'zh').map((zh, i) => html`<span>${both({ zh, en: headline(run, 'en')[i]! })}</span>`)}</p>
${run.incomplete.length > 0 ? html`<div class="banner" role="alert"><strong>${t('审查没有完成', 'The review is not complete')}</strong>${run.incomplete.map((reason) => html`<div class="mono">${reason}</div>`)}</div>` : undefined}
<div class="counts">
<a class="violation" href="#violations"><b>${counts.violations}</b><span class="label">${t('处违规', counts.violations === 1 ? 'violation' : 'violations')}</span></a>
<a class="review" href="#reviews"><b>${counts.reviews}</b><span class="label">${t('处待人工判断', 'for a human to review')}</span></a>
<a class="pass" href="#coverage" data-show="pass"><b>${count('pass')}</b><span class="label">${t('条通过', 'clauses passed')}</span></a>
<a href="#coverage" data-show="not-applicable"><b>${count('not-applicable')}</b><span class="label">${t('条不适用', 'do not apply')}</span></a>
<a href="#coverage" data-show="not-checked"><b>${count('not-checked')}</b><span class="label">${t('条未检查', 'not checked')}</span></a>
</div>${shareBar(run.coverage)}</header>
${filmstrip(input)}
<section id="violations"><h2>${t('违规', 'Violations')}</h2><p class="lead">${t('按现有证据，审核员会因此驳回。', 'What a careful reviewer would refuse on this evidence.')}</p>${violations.length > 0 ? byClause(violations, input) : html`<p class="empty">${t('已检查的部分没有发现违规。', 'None found in what was checked.')}</p>`}</section>
<section id="reviews"><h2>${t('待人工判断', 'For a human to review')}</h2><p class="lead">${t('证据已列出，是否违规须由人决定。', 'The evidence is laid out; a person has to decide.')}</p>${reviews.length > 0 ? byClause(reviews, input) : html`<p class="empty">${t('没有。', 'None.')}</p>`}</section>
${setAsideSection(run.findings.filter((finding) => finding.setAside))}
<section id="coverage"><h2>${t('每一条条款', 'Clause by clause')}</h2><p class="lead">${t('没有看到或没有看懂的一律记为“未检查”，不算通过。', 'What was not seen or not understood is “not checked”, never passed.')}</p>
<div class="filters" hidden>${filter('', t('全部', 'All'), run.coverage.length, true)}${STATUSES.map((status) => filter(status, both(STATUS[status]), count(status)))}<input type="search" id="search" placeholder="${lang === 'zh' ? '查找条款' : 'Find a clause'}" aria-label="${lang === 'zh' ? '查找条款' : 'Find a clause'}" data-attribute="placeholder" data-zh="查找条款" data-en="Find a clause"></div>
<p id="none" class="empty" hidden>${t('没有符合的条款。', 'No clause fits.')}</p>
${coverageTables(input)}</section>
${problemsSection(input)}
<section id="about"><h2>${t('本次审查', 'This run')}</h2><dl class="about">
<dt>${t('工具', 'Tool')}</dt><dd>menshen ${run.tool.version} · ${run.profiles.join(', ')}</dd>
<dt>${t('小程序', 'Program')}</dt><dd>${run.program.name}${run.program.root ? html` · <code>${run.program.root}</code>` : undefined}</dd>
<dt>${t('摘要', 'Digest')}</dt><dd class="mono">${run.program.digest}</dd>
<dt>${t('证据', 'Evidence')}</dt><dd>${run.evidence.map((row) => html`<div><code>${row.kind}</code> ${row.status === 'collected' ? t('已取得', 'collected') : row.status === 'absent' ? t('未提供', 'absent') : t('失败', 'failed')} <span class="where">${row.collector} ${row.at}</span></div>`)}</dd>
<dt>${t('依据', 'Documents')}</dt><dd>${titles}</dd>
</dl></section>
</main><footer class="wrap">${t('条款内容为我们自己的概述，以平台原文为准。', 'Clause texts are our own summaries; the platform’s own words decide.')}</footer>`

  const title = lang === 'zh' ? `${run.program.name} · 门神审查报告` : `${run.program.name} · Menshen review`
  const page = html`<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="referrer" content="no-referrer"><meta name="robots" content="noindex"><title>${title}</title>`
  return `<!doctype html>\n<html lang="${lang === 'zh' ? 'zh-CN' : 'en'}" data-lang="${lang}">\n<head>${page.html}<style>${STYLE}</style></head>\n<body>${body.html}\n<script>${SCRIPT}</script></body>\n</html>\n`
}
