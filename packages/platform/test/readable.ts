/** What keeps people with screen readers, keyboards or weak eyes out of a page, as far as a program can tell. */
import type { Page } from 'playwright-core'

/** Runs in the page; each fault as one line. Contrast is asked of text that is not disabled, by the levels of WCAG 2.2 AA. */
const look = (): string[] => {
  // biome-ignore lint/suspicious/noExplicitAny: it runs in the page, of which this side has no types
  type Element = any
  const { document, getComputedStyle, NodeFilter, HTMLInputElement } = globalThis as Element
  const faults: string[] = []
  const seen = (element: Element): boolean => {
    const style = getComputedStyle(element)
    const box = element.getBoundingClientRect()
    return style.visibility !== 'hidden' && style.display !== 'none' && box.width > 1 && box.height > 1
  }
  const say = (element: Element): string =>
    `<${element.tagName.toLowerCase()}${element.className && typeof element.className === 'string' ? ` class="${element.className.slice(0, 50)}"` : ''}> ${(element.textContent ?? '').trim().slice(0, 30)}`
  const nameOf = (element: Element): string => {
    const by = element.getAttribute('aria-labelledby')
    if (by !== null)
      return by
        .split(' ')
        .map((id: string) => document.getElementById(id)?.textContent ?? '')
        .join(' ')
    const labels = element.labels
    return (
      element.getAttribute('aria-label') ||
      (labels ? [...labels].map((one: Element) => one.textContent).join(' ') : '') ||
      element.getAttribute('title') ||
      (element instanceof HTMLInputElement ? element.placeholder || (element.type === 'submit' ? element.value : '') : '') ||
      (element.textContent ?? '') ||
      [...element.querySelectorAll('img')].map((one: Element) => one.alt).join(' ')
    ).trim()
  }
  for (const element of document.querySelectorAll('a[href], button, input, select, textarea, [role="tab"], [role="radio"], summary'))
    if (seen(element) && nameOf(element) === '') faults.push(`no name: ${say(element)} ${element.outerHTML.slice(0, 90)}`)
  for (const image of document.querySelectorAll('img')) if (!image.hasAttribute('alt')) faults.push(`no alt: ${image.src.slice(0, 80)}`)
  for (const element of document.querySelectorAll('[tabindex]'))
    if (Number(element.getAttribute('tabindex')) > 0) faults.push(`own order of focus: ${say(element)}`)
  for (const element of document.querySelectorAll('[aria-hidden="true"] a[href], [aria-hidden="true"] button, [aria-hidden="true"] input'))
    if (seen(element)) faults.push(`hidden, and yet takes the focus: ${say(element)}`)
  const ids = [...document.querySelectorAll('[id]:not(svg *)')].map((one: Element): string => one.id)
  for (const id of new Set(ids.filter((one, i) => ids.indexOf(one) !== i))) faults.push(`the id ${id} is there twice`)
  if (document.documentElement.lang === '') faults.push('the page says no language')
  if (document.querySelectorAll('main').length !== 1) faults.push(`${document.querySelectorAll('main').length} main parts`)

  const channels = (colour: string): [number, number, number, number] | null => {
    const found = colour.match(/^rgba?\(([\d.]+),? ([\d.]+),? ([\d.]+)(?:,? ?\/? ?([\d.]+))?\)$/)
    return found ? [Number(found[1]), Number(found[2]), Number(found[3]), found[4] === undefined ? 1 : Number(found[4])] : null
  }
  const over = (front: readonly number[], back: readonly number[]): [number, number, number, number] => {
    const share = front[3]!
    return [0, 1, 2].map((i) => front[i]! * share + back[i]! * (1 - share)).concat(1) as [number, number, number, number]
  }
  const light = ([r, g, b]: readonly number[]): number => {
    const linear = [r!, g!, b!].map((value) => (value / 255 <= 0.03928 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4))
    return 0.2126 * linear[0]! + 0.7152 * linear[1]! + 0.0722 * linear[2]!
  }
  const told = new Set<string>()
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node !== null && faults.length < 40; node = walker.nextNode()) {
    const element = node.parentElement
    if (element === null || (node.textContent ?? '').trim() === '' || !seen(element)) continue
    if (
      element.closest('[disabled], .t-is-disabled, [aria-disabled="true"], .hide-from-eyes, .skip, svg, .shot__cover, [aria-hidden="true"]')
    )
      continue
    let back: [number, number, number, number] | null = [0, 0, 0, 0]
    for (let at: Element = element; at !== null && back !== null && back[3] < 1; at = at.parentElement) {
      const style = getComputedStyle(at)
      if (style.backgroundImage !== 'none') back = null
      else {
        const here = channels(style.backgroundColor)
        if (here === null) back = null
        else if (here[3] > 0) back = back[3] === 0 ? here : over(back, here)
      }
    }
    if (back === null) continue
    const ground = back[3] < 1 ? over(back, [255, 255, 255, 1]) : back
    const style = getComputedStyle(element)
    const ink = channels(style.color)
    if (ink === null) continue
    const [a, b] = [light(over(ink, ground)), light(ground)].sort((x, y) => y - x) as [number, number]
    const ratio = (a + 0.05) / (b + 0.05)
    const size = Number.parseFloat(style.fontSize)
    const least = size >= 24 || (size >= 18.6 && Number(style.fontWeight) >= 700) ? 3 : 4.5
    if (ratio < least) {
      const line = `contrast ${ratio.toFixed(2)}: ${style.color} on rgb(${ground.slice(0, 3).map(Math.round).join(' ')}) ${say(element)}`
      const kind = `${style.color}${ground.join()}`
      if (!told.has(kind)) faults.push(line)
      told.add(kind)
    }
  }
  return faults
}
export const faultsOf = (page: Page): Promise<string[]> => page.evaluate(look)

/** What makes a page wider than its window, so that it has to be pushed sideways to be read. Runs in the page. */
const wider = (): string[] => {
  // biome-ignore lint/suspicious/noExplicitAny: it runs in the page, of which this side has no types
  type Element = any
  const { document, innerWidth, getComputedStyle } = globalThis as Element
  const page = document.documentElement
  if (page.scrollWidth <= innerWidth + 1) return []
  // What rolls in a box of its own, or is cut off by one, does not widen the page.
  const held = (element: Element): boolean => {
    for (let at = element.parentElement; at !== null && at !== document.body; at = at.parentElement)
      if (getComputedStyle(at).overflowX !== 'visible') return true
    return false
  }
  const first = [...document.body.querySelectorAll('*')].find(
    (one: Element) => one.getBoundingClientRect().right > innerWidth + 1 && !held(one),
  )
  return [`${page.scrollWidth} wide in ${innerWidth}: ${first === undefined ? '' : first.outerHTML.slice(0, 120)}`]
}
export const sideways = (page: Page): Promise<string[]> => page.evaluate(wider)
