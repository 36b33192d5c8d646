/** What a run looked like, for the web page: the filmstrip of pages, the way to a fault in pictures, the map of pages and the taps between them. */
import type { Finding, Place, Text } from '../check/types.ts'
import type { Pass, RunEvidence } from '../evidence/run.ts'
import type { ReportInput } from './input.ts'
import { both, html, type Markup } from './markup.ts'

const t = (zh: string, en: string): Markup => both({ zh, en })
const BASE64 = /^[A-Za-z0-9+/=]+$/

/** A picture as it was taken, with what is meant boxed. Drawn as SVG, for the page's policy allows no styles of their own. */
const picture = (input: ReportInput, sha256: string | null | undefined, label: string, box?: readonly number[]): Markup | undefined => {
  const data = sha256 ? input.picture?.(sha256) : undefined
  if (!data || !BASE64.test(data)) return undefined
  const [x = 0, y = 0, width = 0, height = 0] = box ?? []
  const whole = x >= 0 && y >= 0 && width > 0 && height > 0 && y < 667
  return html`<svg class="screen" viewBox="0 0 375 667" role="img" aria-label="${label}"><image href="data:image/png;base64,${data}" width="375" height="667"></image>${
    whole ? html`<rect class="box" x="${x - 3}" y="${y - 3}" width="${width + 6}" height="${height + 6}" rx="4"></rect>` : undefined
  }</svg>`
}
const nameOf = (route: string): string => route.split('/').at(-1) ?? route

const FILM = 80
interface Sight {
  readonly image: string
  /** Its answers were made up, for nobody gave any. */
  readonly madeUp: boolean
}
/** The first sight of each page: opened by itself if possible, and with something on it if that was ever seen. */
const firstSights = (run: RunEvidence): ReadonlyMap<string, Sight> => {
  const sights = new Map<string, Sight>()
  const bare = new Set<string>()
  const rank = (pass: Pass) => Number(pass.profile !== 'accept-all') + Number(pass.server === 'synthesised') / 2
  for (const pass of [...run.passes].sort((a, b) => rank(a) - rank(b)))
    for (const { image, state } of pass.screens) {
      const { route, blank } = state
      if (!route || !image || (sights.has(route) && (blank || !bare.has(route)))) continue
      if (!sights.has(route) && sights.size >= FILM) continue
      sights.set(route, { image, madeUp: pass.server === 'synthesised' })
      if (blank) bare.add(route)
      else bare.delete(route)
    }
  return sights
}
export const filmstrip = (input: ReportInput): Markup | undefined => {
  const { walked } = input
  if (!walked) return undefined
  const sights = [...firstSights(walked)]
  const faulty = new Map<string, number>()
  for (const finding of input.run.findings)
    if (!finding.setAside)
      for (const page of new Set(
        [...finding.places, ...(finding.witness?.steps ?? []).flatMap((step) => step.place ?? [])].flatMap((place) =>
          'page' in place ? place.page : [],
        ),
      ))
        faulty.set(page, (faulty.get(page) ?? 0) + 1)
  const frames = sights.flatMap(([route, { image, madeUp }]) => {
    const shot = picture(input, image, route)
    if (!shot) return []
    const count = faulty.get(route)
    return html`<figure class="frame${count ? ' faulty' : ''}">${shot}<figcaption><code>${route}</code>${count ? html` <span class="tag review">${count}</span>` : undefined}${madeUp ? html` <span class="tag">${t('示意数据', 'made-up data')}</span>` : undefined}</figcaption></figure>`
  })
  if (frames.length === 0) return undefined
  const moves = walked.passes.reduce((sum, pass) => sum + pass.moves.length, 0)
  return html`<section id="film"><h2>${t('运行所见', 'Seen while running')}</h2><p class="lead">${t(
    `${walked.passes.length} 遍，${moves} 步，看到 ${walked.reached.length} 个页面。图片来自模拟器，仅供参考。`,
    `${walked.passes.length} passes, ${moves} moves, ${walked.reached.length} pages seen. Pictures come from a simulator and are indicative.`,
  )}</p><div class="film" tabindex="0" role="group" aria-label="pages">${frames}</div>${map(walked)}</section>`
}

const MOST_STEPS = 5
const boxOf = (place: Place | undefined): readonly number[] | undefined => (place && 'page' in place ? place.box : undefined)
/** The last steps that lead to a fault, in pictures: each shows what the next finger touches, the last what is wrong. */
export const wayInPictures = (finding: Finding, input: ReportInput): Markup | undefined => {
  const steps = (finding.witness?.steps ?? []).filter((step) => step.attachment)
  if (steps.length === 0) return undefined
  const frames = steps.slice(-MOST_STEPS).flatMap((step, i, shown) => {
    const next = shown[i + 1]
    const text: Text = step.text
    const shot = picture(input, step.attachment, text.en, next ? boxOf(next.place) : boxOf(finding.places[0]))
    return shot ? html`<figure class="frame${next ? '' : ' faulty'}">${shot}<figcaption>${both(text)}</figcaption></figure>` : []
  })
  return frames.length > 0 ? html`<div class="film" tabindex="0" role="group" aria-label="steps">${frames}</div>` : undefined
}

const MOST_NODES = 60
/** Pages in columns by how many taps away from home they are, and the moves between them. */
const map = (run: RunEvidence): Markup | undefined => {
  const edges = new Map<string, Set<string>>()
  const ways = (pass: Pass) =>
    pass.records.flatMap((record) =>
      record.kind === 'navigation' && record.ok && record.from && record.action !== 'launch' && record.action !== 'navigateBack'
        ? record
        : [],
    )
  for (const pass of run.passes)
    for (const { from, to } of ways(pass)) {
      const target = to.split('?')[0]!
      if (from === null || from === target) continue
      edges.set(from, (edges.get(from) ?? new Set()).add(target))
    }
  if (edges.size === 0) return undefined
  const home = run.passes[0]?.screens[0]?.state.route ?? [...edges.keys()][0]!
  const depth = new Map<string, number>([[home, 0]])
  const queue = [home]
  for (let route = queue.shift(); route !== undefined; route = queue.shift())
    for (const target of [...(edges.get(route) ?? [])].sort())
      if (!depth.has(target) && depth.size < MOST_NODES) {
        depth.set(target, depth.get(route)! + 1)
        queue.push(target)
      }
  const apart = run.reached.filter((route) => !depth.has(route)).slice(0, MOST_NODES - depth.size)
  const last = Math.max(...depth.values())
  for (const route of apart) depth.set(route, last + 1)
  const rows = new Map<number, number>()
  const spots = new Map<string, { readonly x: number; readonly y: number }>()
  for (const [route, column] of depth) {
    const row = rows.get(column) ?? 0
    rows.set(column, row + 1)
    spots.set(route, { x: column * 190 + 10, y: row * 48 + 10 })
  }
  const width = (Math.max(...depth.values()) + 1) * 190
  const height = Math.max(...rows.values()) * 48 + 10
  const lines = [...edges].flatMap(([from, targets]) =>
    [...targets].flatMap((to) => {
      const [a, b] = [spots.get(from), spots.get(to)]
      if (!a || !b) return []
      const [x1, y1, x2, y2] = [a.x + 150, a.y + 16, b.x, b.y + 16]
      const bend = x2 > x1 ? (x1 + x2) / 2 : x1 + 30
      return html`<path class="way" d="M${x1} ${y1} C${bend} ${y1} ${x2 > x1 ? bend : x2 - 30} ${y2} ${x2} ${y2}"></path>`
    }),
  )
  const nodes = [...spots].map(
    ([route, { x, y }]) =>
      html`<g><title>${route}</title><rect class="node${apart.includes(route) ? ' apart' : ''}" x="${x}" y="${y}" width="150" height="32" rx="6"></rect><text x="${x + 75}" y="${y + 20}">${nameOf(route).slice(0, 20)}</text></g>`,
  )
  return html`<details class="map"><summary>${t('页面之间的路', 'The map of pages')}</summary><p class="lead">${t('左边是首页，往右是一次次点击能到的页面；虚框的页面只有直接打开才看到。', 'Home is on the left, taps lead to the right; pages with a dashed frame were seen only when opened directly.')}</p><svg class="ways" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="map">${lines}${nodes}</svg></details>`
}
