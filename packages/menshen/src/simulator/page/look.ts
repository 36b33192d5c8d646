/** What is on the screen: texts with their boxes, what can be tapped, the shape of the state. */
import type { Box, PageState, ShownText, Tappable } from '../types.ts'
import { handlerNames, selectorOf } from './backend.ts'
import { barShown, isTabPage } from './bars.ts'
import { truthy } from './elements/define.ts'
import { floatsOf, groundOf, type Pictures, picturesOf, pictureUnder } from './layers.ts'
import { loadingShown, openPrompts } from './prompts.ts'
import { hidden } from './reach.ts'
import { type Loose, top, world } from './state.ts'

const box = (b: { x: number; y: number; width: number; height: number }): Box => ({
  x: Math.round(b.x),
  y: Math.round(b.y),
  width: Math.round(b.width),
  height: Math.round(b.height),
})
const byId = (id: string) => document.getElementById(id) as HTMLElement
const trim = (s: string): string => s.replace(/\s+/g, ' ').trim()

function background(e: Element | null): string {
  for (let n = e; n; n = n.parentElement) {
    const c = getComputedStyle(n).backgroundColor
    if (c && c !== 'transparent' && !/, 0\)$/.test(c)) return c
  }
  return 'rgb(255, 255, 255)'
}
function texts(root: Element, layer: ShownText['layer'], out: ShownText[], pictures?: Pictures): void {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  const range = document.createRange()
  while (walker.nextNode() && out.length < 800) {
    const node = walker.currentNode
    const value = trim(node.nodeValue ?? '')
    const parent = node.parentElement
    if (!value || !parent) continue
    range.selectNodeContents(node)
    const b = range.getBoundingClientRect()
    if (!b.width || !b.height) continue
    const style = getComputedStyle(parent)
    if (style.visibility === 'hidden' || +style.opacity === 0) continue
    const over = pictures ? pictureUnder(parent, b, pictures) : null
    const ground = over === null ? null : groundOf(pictures?.elements[over] as Element, b)
    out.push({
      text: value.slice(0, 400),
      box: box(b),
      tag: parent.tagName.toLowerCase().replace(/^wxc?-/, ''),
      size: Math.round(Number.parseFloat(style.fontSize) * 10) / 10,
      color: style.color,
      background: background(parent),
      layer,
      ...(over === null ? {} : { over }),
      ...(ground ? { ground: ground.color, spread: ground.spread } : {}),
    })
  }
  for (const field of Array.from(root.querySelectorAll<HTMLInputElement>('input,textarea')).slice(0, 60)) {
    const b = field.getBoundingClientRect()
    const shown = field.value || field.placeholder
    if (shown && b.width && b.height)
      out.push({
        text: trim(shown).slice(0, 200),
        box: box(b),
        tag: field.value ? 'input' : 'placeholder',
        size: Number.parseFloat(getComputedStyle(field).fontSize),
        color: getComputedStyle(field).color,
        background: background(field),
        layer,
      })
  }
}

function hash(text: string): string {
  let h = 0x811c9dc5
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  return (h >>> 0).toString(16)
}
/** The shape of what is shown: tags and depth, with repeated siblings counted as few. */
function shape(e: Element, depth = 0): string {
  if (depth > 14) return ''
  let out = ''
  let last = ''
  for (const child of Array.from(e.children)) {
    if ((child as HTMLElement).hidden || (child as HTMLElement).offsetParent === null) continue
    const s = child.tagName.slice(0, 12) + '(' + shape(child, depth + 1) + ')'
    if (s !== last) out += s
    last = s
  }
  return out
}

/** The classes and styles on what is shown; a swiper turns by itself, and what it holds says nothing of a tap. */
function looks(all: readonly Element[]): string {
  let out = ''
  let turning: Element | null = null
  for (let i = 0; i < all.length && i < 3000; i++) {
    const e = all[i] as HTMLElement
    if (turning?.contains(e)) continue
    if (e.tagName === 'WX-SWIPER') turning = e
    const name = e.getAttribute('class')
    const style = e.getAttribute('style')
    if (name || style) out += (name ?? '') + '{' + (style ?? '') + '}'
  }
  return hash(out)
}

const heard = [
  'onShow',
  'onHide',
  'onUnload',
  'onShareAppMessage',
  'onShareTimeline',
  'onPullDownRefresh',
  'onReachBottom',
  'onPageScroll',
] as const

/** The layer of the program's own on top of the page, when there is one: what lies at most points of the screen is fixed over it. */
function coverOf(page: HTMLElement): PageState['cover'] {
  const w = window.innerWidth
  const h = window.innerHeight
  const found: HTMLElement[] = []
  const points = [
    [0.5, 0.5],
    [0.1, 0.25],
    [0.9, 0.25],
    [0.1, 0.85],
    [0.9, 0.85],
  ] as const
  for (const [x, y] of points) {
    let e = document.elementFromPoint(w * x, h * y) as HTMLElement | null
    if (!e || !page.contains(e)) continue
    for (let layer: HTMLElement | null = null; e && e !== page; e = e.parentElement) {
      const position = getComputedStyle(e).position
      if (position === 'fixed' || position === 'absolute') {
        const b = e.getBoundingClientRect()
        if (b.width >= w * 0.9 && b.height >= h * 0.6) layer = e
      }
      if (layer) {
        found.push(layer)
        break
      }
    }
  }
  for (const e of found) {
    if (found.filter((x) => x === e || x.parentElement === e.parentElement).length < 4) continue
    // a page that is nothing but this layer is not covered by it
    const under = trim(page.innerText ?? '').length - trim(e.parentElement === null ? '' : e.innerText).length
    if (under <= 0 && !page.querySelector('img,canvas,wx-video,wx-map')) continue
    return { selector: selectorOf(e), box: box(e.getBoundingClientRect()), text: trim(e.innerText ?? '').slice(0, 300) }
  }
  return null
}

export function pageState(withText: boolean): PageState {
  const page = top()
  const shown: ShownText[] = []
  const e = page?.element ?? null
  const all = e ? e.querySelectorAll('*') : ([] as unknown as NodeListOf<Element>)
  const elements = Array.from(all).slice(0, 6000)
  const pictures = withText ? picturesOf(elements) : undefined
  if (withText && page && e) {
    texts(e, 'page', shown, pictures)
    if (barShown(page)) texts(byId('bar'), 'bar', shown)
    texts(byId('tabs'), 'tab', shown)
    texts(byId('prompts'), 'prompt', shown)
  }
  let images = 0
  let broken = 0
  let depth = 0
  let widest = 0
  let media = 0
  const embeds: { tag: string; source: string; box: Box }[] = []
  for (const x of elements) {
    const tag = x.tagName
    if (tag === 'IMG') {
      const i = x as HTMLImageElement
      if (i.getAttribute('src')) {
        images++
        if (i.complete && !i.naturalWidth) broken++
      }
    } else if (/^WX-(VIDEO|CANVAS|MAP|CAMERA|LIVE-PLAYER|LIVE-PUSHER|WEB-VIEW|AD|AD-CUSTOM|OFFICIAL-ACCOUNT|AUDIO)$/.test(tag)) {
      const b = x.getBoundingClientRect()
      if (b.width && b.height) media++
      embeds.push({
        tag: tag.slice(3).toLowerCase(),
        source: String((x as Loose).__wxElement?.data.src ?? (x as Loose).__wxElement?.data.unitId ?? '').slice(0, 300),
        box: box(b),
      })
    }
    if (x.children.length > widest) widest = x.children.length
    let n = 0
    for (let p: Element | null = x; p && p !== e && n < 60; p = p.parentElement) n++
    if (n > depth) depth = n
  }
  const fields = e?.querySelectorAll('input,textarea').length ?? 0
  const anyText = e ? trim((e as HTMLElement).innerText ?? '').length > 0 : false
  let painted = false
  if (!anyText && !images && !fields && !media && e) {
    for (const x of Array.from(all).slice(0, 400)) {
      if (
        /url\(|gradient/.test(getComputedStyle(x).backgroundImage) &&
        (x as HTMLElement).offsetWidth > 8 &&
        (x as HTMLElement).offsetHeight > 8
      )
        painted = true
      // dots and bars that a style sheet draws before or after an element
      for (const side of ['::before', '::after']) {
        const style = getComputedStyle(x, side)
        if (style.content === 'none' || style.display === 'none') continue
        if (
          Number.parseFloat(style.width) >= 8 &&
          Number.parseFloat(style.height) >= 8 &&
          !/^transparent$|, 0\)$/.test(style.backgroundColor)
        )
          painted = true
      }
    }
  }
  const prompts = openPrompts().map((o) => ({
    prompt: o.id,
    sort: o.question.sort,
    title: o.question.title ?? '',
    text: o.question.text ?? '',
    buttons: o.question.buttons.map((b) => b.text),
  }))
  return {
    route: page?.route ?? null,
    query: { ...(page?.query ?? {}) },
    view: page?.view ?? 0,
    title: page?.title ?? '',
    stack: world.stack.map((p) => p.route),
    tab: page ? isTabPage(page.route) : false,
    navigationStyle: String(page?.config.navigationStyle ?? 'default'),
    text: shown,
    images,
    brokenImages: broken,
    fields,
    nodes: all.length,
    depth,
    widest,
    loading: loadingShown(),
    prompts,
    scroll: { top: Math.round(e?.scrollTop ?? 0), height: e?.scrollHeight ?? 0, viewport: e?.clientHeight ?? 0 },
    shape: hash((page?.route ?? '') + '|' + prompts.map((p) => p.sort + p.title).join() + '|' + (e ? shape(e) : '')),
    looks: looks(elements),
    blank: !anyText && !images && !fields && !media && !painted,
    milliseconds: {
      loaded: Math.round((page?.times.loaded ?? 0) - (page?.times.opened ?? 0)),
      shown: Math.round((page?.times.shown ?? 0) - (page?.times.opened ?? 0)),
      ready: Math.round((page?.times.ready ?? 0) - (page?.times.opened ?? 0)),
    },
    embeds: embeds.slice(0, 40),
    hears: heard.filter((name) => typeof page?.instance?.[name] === 'function'),
    ...(pictures ? { pictures: pictures.shown, floats: floatsOf(elements.slice(0, 3000)) } : {}),
    work: { ...world.work },
    cover: e && withText ? coverOf(e) : null,
  }
}

let handles: Element[] = []
export const byHandle = (n: number): Element | undefined => handles[n]
const builtin = /^WX-(BUTTON|NAVIGATOR|SWITCH|CHECKBOX|RADIO|PICKER|INPUT|TEXTAREA|SLIDER|VIDEO|PAY-BUTTON|EDITOR)$/

/** Everything that a finger could try, topmost layer first: under a prompt nothing else can be reached. */
export function tappables(limit = 300): Tappable[] {
  handles = []
  const out: Tappable[] = []
  const height = window.innerHeight
  const push = (e: Element, layer: Tappable['layer'], tag: string, more: Partial<Tappable> = {}) => {
    const b = e.getBoundingClientRect()
    if (b.width < 2 || b.height < 2 || out.length >= limit) return
    const onScreen = b.bottom > 2 && b.top < height - 2 && b.right > 2 && b.left < window.innerWidth - 2
    const field = e.querySelector?.('input,textarea') as HTMLInputElement | null
    out.push({
      handle: handles.push(e) - 1,
      tag,
      text: trim((e as HTMLElement).innerText ?? '').slice(0, 80) || (field?.placeholder ?? ''),
      selector: layer === 'page' ? selectorOf(e) : '#' + layer + '/' + selectorOf(e),
      box: box(b),
      layer,
      openType: null,
      handler: null,
      disabled: false,
      onScreen,
      field: null,
      url: null,
      ...more,
      ...(onScreen && hidden(e) ? { covered: true as const } : {}),
    })
  }
  const prompts = openPrompts()
  const last = prompts[prompts.length - 1]
  if (last) {
    for (const b of Array.from(last.element.querySelectorAll('.mp-button')))
      push(b, last.question.sort === 'panel' ? 'panel' : 'prompt', 'button', {
        selector: '#prompt/' + ((b as HTMLElement).dataset.choice ?? ''),
      })
    for (const c of Array.from(last.element.querySelectorAll('.mp-cell:not(.mp-on)'))) push(c, 'panel', 'cell')
    return out
  }
  const page = top()
  if (!page) return out
  if (barShown(page) && world.stack.length > 1) push(byId('back'), 'bar', 'back', { text: '‹', selector: '#back' })
  const tabRow = byId('tabs')
  if (!tabRow.hidden)
    for (const [i, t] of Array.from(tabRow.children).entries()) push(t, 'tab', 'tab', { selector: '#tab[' + (i + 1) + ']' })
  const custom = byId('custom-tabs')
  const roots: [Element, Tappable['layer']][] = [[page.element, 'page']]
  if (!custom.hidden) roots.push([custom, 'tab'])
  for (const [root, layer] of roots) {
    for (const e of Array.from(root.querySelectorAll('*'))) {
      const node = (e as Loose).__wxElement
      if (!node) continue
      const names = handlerNames(node)
      const own = builtin.test(e.tagName)
      if (!own && !names.length) continue
      if ((e as HTMLElement).offsetParent === null && getComputedStyle(e).position !== 'fixed') continue
      if (getComputedStyle(e).pointerEvents === 'none') continue
      const d = own ? node.data : {}
      push(e, layer, e.tagName.toLowerCase().replace(/^wxc?-/, ''), {
        openType: d.openType ? String(d.openType) : null,
        handler: names[0] ?? null,
        disabled: d.disabled !== undefined && truthy(d.disabled),
        field: /^WX-(INPUT|TEXTAREA|EDITOR)$/.test(e.tagName) ? ((e as HTMLElement).dataset.kind as Tappable['field']) || 'text' : null,
        url: e.tagName === 'WX-NAVIGATOR' ? String(d.url ?? '') : null,
      })
    }
  }
  return out
}
