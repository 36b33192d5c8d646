/** The navigation bar and the tab bar around a page. */
import { begin, enter, freshTap, makeTap } from './cause.ts'
import { guard } from './errors.ts'
import { record } from './record.ts'
import { type Loose, type OpenPage, sourceUrl, top, world } from './state.ts'

const byId = (id: string): HTMLElement => document.getElementById(id) as HTMLElement
/** Colours and the like come from configuration: only what looks like a colour is let through. */
const color = (v: unknown): string =>
  typeof v === 'string' && /^(#[0-9a-f]{3,8}|[a-z]+|rgba?\([\d.,% ]+\))$/i.test(v.trim()) ? v.trim() : ''

export interface TabItem {
  pagePath: string
  text: string
  iconPath: string
  selectedIconPath: string
}
export const tabState = {
  badges: {} as Record<number, string>,
  dots: {} as Record<number, boolean>,
  items: {} as Record<number, Loose>,
  style: {} as Loose,
  hidden: false,
}
export const tabs = (): TabItem[] =>
  (((world.manifest.app.tabBar as Loose)?.list ?? []) as Loose[]).slice(0, 10).map((t, i) => ({
    pagePath: String(t?.pagePath ?? '').replace(/^\//, ''),
    text: String(t?.text ?? ''),
    iconPath: String(t?.iconPath ?? ''),
    selectedIconPath: String(t?.selectedIconPath ?? ''),
    ...tabState.items[i],
  }))
export const isTabPage = (route: string): boolean => tabs().some((t) => t.pagePath === route)

let back: () => void = () => {}
let chooseTab: (item: TabItem, index: number) => void = () => {}
/** What the bars do when they are tapped. */
export function wireBars(onBack: () => void, onTab: typeof chooseTab): void {
  back = onBack
  chooseTab = onTab
  byId('back').addEventListener('click', (event) => {
    if (!event.isTrusted) return
    makeTap(
      record({
        kind: 'event',
        type: 'tap',
        trusted: true,
        target: { tag: 'navigation-bar', text: '‹', selector: '#back', box: { x: 0, y: 20, width: 44, height: 44 }, handler: null },
      }),
    )
    enter(begin('tap', 'back', freshTap()), () => guard('back', back))
  })
}

export const barShown = (page: OpenPage): boolean => page.config.navigationStyle !== 'custom'
export function drawBar(): void {
  const page = top()
  const bar = byId('bar')
  if (!page) return
  bar.hidden = !barShown(page)
  byId('title').textContent = page.title
  byId('back').textContent = world.stack.length > 1 ? '‹' : ''
  bar.style.background = color(page.navColors?.back) || color(page.config.navigationBarBackgroundColor) || '#000000'
  const front = color(page.navColors?.front) || (page.config.navigationBarTextStyle === 'black' ? '#000000' : '#ffffff')
  bar.style.color = front
}

export function drawTabs(): void {
  const page = top()
  const row = byId('tabs')
  const config = { ...(world.manifest.app.tabBar as Loose), ...tabState.style }
  const shown = !!page && isTabPage(page.route) && !world.manifest.tabBar.custom && !tabState.hidden
  row.hidden = !shown
  byId('custom-tabs').hidden = !(page && isTabPage(page.route) && world.manifest.tabBar.custom)
  if (!shown || !page) return
  row.style.background = color(config.backgroundColor) || '#ffffff'
  row.style.order = config.position === 'top' ? '-1' : ''
  row.replaceChildren(
    ...tabs().map((item, i) => {
      const on = item.pagePath === page.route
      const cell = document.createElement('div')
      cell.className = 'mp-tab'
      const icon = on ? item.selectedIconPath || item.iconPath : item.iconPath
      if (icon && config.position !== 'top') {
        const image = document.createElement('img')
        image.src = sourceUrl(icon, '')
        cell.append(image)
      }
      const label = document.createElement('span')
      label.textContent = item.text
      cell.append(label)
      cell.style.color = (on ? color(config.selectedColor) || '#3cc51f' : color(config.color)) || '#7a7e83'
      const badge = tabState.badges[i]
      if (badge || tabState.dots[i])
        cell.append(
          Object.assign(document.createElement('i'), { textContent: (badge ?? '').slice(0, 4), className: badge ? 'mp-badge' : 'mp-dot' }),
        )
      cell.addEventListener('click', (event) => {
        if (!event.isTrusted) return
        const b = cell.getBoundingClientRect()
        makeTap(
          record({
            kind: 'event',
            type: 'tap',
            trusted: true,
            target: {
              tag: 'tab',
              text: item.text,
              selector: '#tab[' + (i + 1) + ']',
              box: { x: b.x, y: b.y, width: b.width, height: b.height },
              handler: null,
            },
          }),
        )
        enter(begin('tap', 'tab', freshTap()), () => chooseTab(item, i))
      })
      return cell
    }),
  )
}
