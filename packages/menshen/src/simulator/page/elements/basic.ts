/** Views, texts, pictures and the other quiet elements. */

import { builtinTags } from '../../tags.ts'
import { fire } from '../backend.ts'
import { folderOf, type Loose, rpx, sourceUrl } from '../state.ts'
import { define, type ElementSpec, text, truthy } from './define.ts'

/** Folder of the unit in whose template an element stands. */
export const ownerFolder = (c: Loose): string => folderOf(text(c.ownerShadowRoot?.getHostNode?.()?.is).replace(/^\//, ''))

const fits: Record<string, string> = { aspectFit: 'contain', aspectFill: 'cover', scaleToFill: 'fill' }
const positions: Record<string, string> = {
  top: 'center top',
  bottom: 'center bottom',
  center: 'center',
  left: 'left center',
  right: 'right center',
  'top left': 'left top',
  'top right': 'right top',
  'bottom left': 'left bottom',
  'bottom right': 'right bottom',
}
const image: ElementSpec = {
  props: ['lazy-load', 'show-menu-by-longpress', 'webp', 'default-source', 'fade-in', 'fade-show'],
  observe: {
    'src,mode': (c, e, d) => {
      let img = e.firstElementChild as HTMLImageElement | null
      if (img?.tagName !== 'IMG') {
        img = document.createElement('img')
        img.draggable = false
        e.insertBefore(img, e.firstChild)
        const own = img
        own.addEventListener('load', () => {
          if (d.mode === 'widthFix' || d.mode === 'heightFix') own.style.position = 'static'
          fire(c, 'load', { width: own.naturalWidth, height: own.naturalHeight })
        })
        own.addEventListener('error', () => fire(c, 'error', { errMsg: 'GET ' + own.getAttribute('src') + ' 404' }))
      }
      const mode = text(c.data.mode)
      e.setAttribute('data-mode', mode)
      img.style.objectFit = fits[mode] ?? (positions[mode] ? 'none' : 'fill')
      if (positions[mode]) img.style.objectPosition = positions[mode]
      const source = text(c.data.src).trim()
      if (source) img.src = sourceUrl(source, ownerFolder(c))
      else img.removeAttribute('src')
    },
  },
}

const icons: Record<string, [string, string]> = {
  success: ['✔', '#09bb07'],
  success_no_circle: ['✓', '#09bb07'],
  info: ['ℹ', '#10aeff'],
  warn: ['!', '#f76260'],
  waiting: ['◷', '#10aeff'],
  cancel: ['✕', '#f43530'],
  download: ['↓', '#09bb07'],
  search: ['⌕', '#b2b2b2'],
  clear: ['✕', '#b2b2b2'],
}
const icon: ElementSpec = {
  props: ['size', 'color'],
  observe: {
    'type,size,color': (_, e, d) => {
      const [sign, color] = icons[text(d.type)] ?? ['', '#888']
      e.textContent = sign
      e.style.fontSize = typeof d.size === 'string' && /[a-z]/.test(d.size) ? rpx(d.size) : (Number.parseFloat(d.size) || 23) + 'px'
      e.style.color = d.color || color
    },
  },
}

const progress: ElementSpec = {
  props: [
    'percent',
    'show-info',
    'activeColor',
    'backgroundColor',
    'stroke-width',
    'active',
    'border-radius',
    'font-size',
    'color',
    'active-mode',
    'duration',
  ],
  observe: {
    'percent,showInfo,activeColor,backgroundColor,strokeWidth,color': (_, e, d) => {
      const percent = Math.min(100, Math.max(0, +d.percent || 0))
      const bar = document.createElement('div')
      bar.className = 'mp-progress'
      bar.style.cssText = `height:${+d.strokeWidth || 6}px;background:${d.backgroundColor || '#ebebeb'}`
      const done = document.createElement('div')
      done.style.cssText = `width:${percent}%;height:100%;background:${d.activeColor || d.color || '#09bb07'}`
      bar.append(done)
      e.replaceChildren(bar)
      if (truthy(d.showInfo) && d.showInfo !== undefined)
        e.append(Object.assign(document.createElement('span'), { textContent: percent + '%' }))
    },
  },
}

const allowed =
  /^(a|abbr|address|article|aside|b|bdi|bdo|big|blockquote|br|caption|center|cite|code|col|colgroup|dd|del|div|dl|dt|em|fieldset|font|footer|h[1-6]|header|hr|i|img|ins|label|legend|li|mark|nav|ol|p|pre|q|rt|ruby|s|section|small|span|strong|sub|sup|table|tbody|td|tfoot|th|thead|tr|tt|u|ul)$/
const entities: Record<string, string> = {
  nbsp: '\u00a0',
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
  ensp: '\u2002',
  emsp: '\u2003',
  copy: '©',
  reg: '®',
}
const decode = (s: string): string =>
  s.replace(/&(\w+|#\d+);/g, (all, n: string) =>
    n.startsWith('#') ? String.fromCodePoint(Math.min(0x10ffff, +n.slice(1) || 32)) : (entities[n] ?? all),
  )
function attribute(to: HTMLElement, key: string, value: string): void {
  if (!/^(class|style|alt|width|height|colspan|rowspan|align|dir|start|type|span|src)$/.test(key)) return
  if (key === 'src')
    to.setAttribute('src', /^(data:image|https?:|\/\/)/i.test(value) ? value : '/__app/' + encodeURI(value.replace(/^\//, '')))
  else to.setAttribute(key, key === 'style' ? rpx(value) : value)
}
/** Rich text keeps what the platform keeps: known tags and a few attributes, never a script, a form or a handler. */
function richNode(node: Loose, depth = 0): Node {
  if (!node || typeof node !== 'object' || depth > 40) return document.createTextNode('')
  if (node.type === 'text' || (node.text !== undefined && !node.name)) return document.createTextNode(decode(text(node.text)))
  const name = text(node.name).toLowerCase()
  if (!allowed.test(name)) return document.createTextNode('')
  const e = document.createElement(name)
  for (const [k, v] of Object.entries(node.attrs ?? {})) attribute(e, k.toLowerCase(), text(v))
  for (const child of Array.isArray(node.children) ? node.children : []) e.append(richNode(child, depth + 1))
  return e
}
function cleanHtml(html: string): Node[] {
  const parsed = new DOMParser().parseFromString(html.slice(0, 500_000), 'text/html')
  const copy = (from: Node, depth: number): Node | null => {
    if (from.nodeType === Node.TEXT_NODE) return document.createTextNode(from.nodeValue ?? '')
    if (!(from instanceof Element) || depth > 60) return null
    const name = from.tagName.toLowerCase()
    if (/^(script|style|iframe|object|embed|link|meta|form|input|button|select|textarea|svg|math|template|video|audio)$/.test(name))
      return null
    const to = allowed.test(name) ? document.createElement(name) : document.createElement('span')
    for (const a of Array.from(from.attributes)) attribute(to, a.name, a.value)
    for (const child of Array.from(from.childNodes)) {
      const made = copy(child, depth + 1)
      if (made) to.append(made)
    }
    return to
  }
  return Array.from(parsed.body.childNodes, (n) => copy(n, 0)).filter((n): n is Node => n !== null)
}
const richText: ElementSpec = {
  props: ['nodes', 'space', 'user-select'],
  observe: {
    nodes: (_, e, d) => {
      const box = document.createElement('div')
      if (Array.isArray(d.nodes)) for (const n of d.nodes) box.append(richNode(n))
      else box.append(...cleanHtml(text(d.nodes)))
      e.replaceChildren(box)
    },
  },
}

const control = 'wx-checkbox,wx-radio,wx-switch,wx-button,wx-input,wx-textarea'
const label: ElementSpec = {
  props: ['for'],
  attached: (c, e) =>
    e.addEventListener('click', (event: MouseEvent) => {
      if ((event.target as Element).closest?.(control)) return
      const id = text(c.data.for)
      let to: Loose = null
      if (id) for (const x of Array.from(document.querySelectorAll(control)) as Loose[]) if (x.__wxElement?.id === id) to = x
      to ??= e.querySelector(control)
      to?.__press?.()
    }),
}

const quiet: Record<string, readonly string[]> = {
  view: [],
  'cover-view': ['scroll-top', 'marker-id', 'slot'],
  text: ['selectable', 'user-select', 'space', 'decode', 'overflow', 'max-lines'],
  'swiper-item': ['item-id', 'skip-hidden-item-layout'],
  'match-media': ['min-width', 'max-width', 'width', 'min-height', 'max-height', 'height', 'orientation'],
  'page-meta': [
    'background-text-style',
    'background-color',
    'background-color-top',
    'background-color-bottom',
    'root-background-color',
    'scroll-top',
    'scroll-duration',
    'page-style',
    'root-font-size',
    'page-font-size',
    'page-orientation',
  ],
  'navigation-bar': ['title', 'loading', 'front-color', 'background-color', 'color-animation-duration', 'color-animation-timing-func'],
  'root-portal': ['enable'],
  'share-element': ['key', 'transform', 'duration', 'easing-function'],
  'sticky-header': ['offset-top', 'padding'],
  'sticky-section': ['push-pinned-header', 'padding'],
  'movable-area': ['scale-area'],
}

export function defineBasics(more: Readonly<Record<string, ElementSpec>>): void {
  const specs: Record<string, ElementSpec> = { image, 'cover-image': image, icon, progress, 'rich-text': richText, label, ...more }
  for (const name of builtinTags) define(name, { ...(specs[name] ?? {}), props: [...(quiet[name] ?? []), ...(specs[name]?.props ?? [])] })
}
