/** What moves: scroll views, swipers, movable views, picker columns. */
import { fire } from '../backend.ts'
import { clearRepeating, clearTimer, NativeMutationObserver, onFrame, setRepeating, setTimer } from '../native.ts'
import { type Loose, rpx } from '../state.ts'
import { type ElementSpec, text, truthy } from './define.ts'

const on = (v: unknown): boolean => v !== undefined && truthy(v)
const length = (v: unknown): number => {
  if (typeof v === 'number') return v
  const s = text(v)
  const n = Number.parseFloat(s)
  return Number.isNaN(n) ? 0 : /rpx/.test(s) ? (n * window.innerWidth) / 750 : n
}

const scrollView: ElementSpec = {
  props:
    'scroll-x scroll-y scroll-top scroll-left scroll-into-view upper-threshold lower-threshold scroll-with-animation refresher-enabled refresher-triggered refresher-threshold refresher-default-style refresher-background enable-flex enhanced show-scrollbar enable-back-to-top scroll-anchoring paging-enabled fast-deceleration bounces enable-passive'.split(
      ' ',
    ),
  observe: {
    'scrollX,scrollY,enableFlex': (_, e, d) => {
      e.toggleAttribute('data-x', on(d.scrollX))
      e.toggleAttribute('data-y', on(d.scrollY))
      e.toggleAttribute('data-flex', on(d.enableFlex))
    },
    scrollTop: (_, e, d) => {
      if (d.scrollTop !== undefined && d.scrollTop !== null) onFrame(() => (e.scrollTop = length(d.scrollTop)))
    },
    scrollLeft: (_, e, d) => {
      if (d.scrollLeft !== undefined && d.scrollLeft !== null) onFrame(() => (e.scrollLeft = length(d.scrollLeft)))
    },
    scrollIntoView: (_, e, d) => {
      if (!d.scrollIntoView) return
      onFrame(() => {
        for (const x of e.querySelectorAll('*')) {
          if ((x as Loose).__wxElement?.id !== d.scrollIntoView) continue
          const a = x.getBoundingClientRect()
          const b = e.getBoundingClientRect()
          e.scrollTop += a.top - b.top
          e.scrollLeft += a.left - b.left
          return
        }
      })
    },
    refresherTriggered: (c, e, d) => {
      if (e.__refreshing && !on(d.refresherTriggered)) {
        e.__refreshing = false
        fire(c, 'refresherrestore', {})
      }
    },
  },
  attached: (c, e) => {
    let low = false
    let high = true
    let top = 0
    let left = 0
    e.addEventListener('scroll', () => {
      const { scrollTop, scrollLeft, scrollHeight, scrollWidth } = e
      fire(c, 'scroll', { scrollTop, scrollLeft, scrollHeight, scrollWidth, deltaX: left - scrollLeft, deltaY: top - scrollTop })
      const vertical = on(c.data.scrollY)
      const lower = c.data.lowerThreshold === undefined ? 50 : length(c.data.lowerThreshold)
      const upper = c.data.upperThreshold === undefined ? 50 : length(c.data.upperThreshold)
      const isLow = vertical ? scrollTop + e.clientHeight >= scrollHeight - lower : scrollLeft + e.clientWidth >= scrollWidth - lower
      const isHigh = vertical ? scrollTop <= upper : scrollLeft <= upper
      if (isLow && !low) fire(c, 'scrolltolower', { direction: vertical ? 'bottom' : 'right' })
      if (isHigh && !high) fire(c, 'scrolltoupper', { direction: vertical ? 'top' : 'left' })
      low = isLow
      high = isHigh
      top = scrollTop
      left = scrollLeft
    })
    e.__pull = () => {
      if (!on(c.data.refresherEnabled)) return false
      e.__refreshing = true
      c.setData({ refresherTriggered: true })
      fire(c, 'refresherpulling', { dy: 60 }, { user: true })
      fire(c, 'refresherrefresh', { dy: 60 }, { user: true })
      return true
    }
  },
}

interface SwiperNode extends HTMLElement {
  __current: number
  __layout: () => void
  __timer: number
  __observer: MutationObserver
  __go: (n: number, source: string) => void
}
const swiper: ElementSpec = {
  props:
    'indicator-dots indicator-color indicator-active-color autoplay current current-item-id interval duration circular vertical previous-margin next-margin display-multiple-items easing-function snap-to-edge skip-hidden-item-layout'.split(
      ' ',
    ),
  attached: (c, e: SwiperNode) => {
    const items = (): Loose[] => Array.from(e.querySelectorAll('wx-swiper-item')).filter((x) => x.closest('wx-swiper') === e)
    e.__current = +c.data.current || 0
    e.__layout = () => {
      const d = c.data
      const vertical = on(d.vertical)
      const shown = Math.max(1, +d.displayMultipleItems || 1)
      const before = length(d.previousMargin)
      const after = length(d.nextMargin)
      const list = items()
      list.forEach((x, i) => {
        const size = vertical ? e.clientHeight : e.clientWidth
        const each = size ? (size - before - after) / shown : 0
        x.style.width = vertical ? '100%' : size ? each + 'px' : '100%'
        x.style.height = vertical && size ? each + 'px' : '100%'
        x.style.transform = size
          ? `translate${vertical ? 'Y' : 'X'}(${before + (i - e.__current) * each}px)`
          : `translate${vertical ? 'Y' : 'X'}(${(i - e.__current) * 100}%)`
      })
      let dots = e.querySelector(':scope > .mp-dots') as HTMLElement | null
      if (!on(d.indicatorDots)) return dots?.remove()
      if (!dots) {
        dots = document.createElement('div')
        dots.className = 'mp-dots'
        e.append(dots)
      }
      const mark = list.length + ':' + e.__current + d.indicatorColor + d.indicatorActiveColor
      if (dots.dataset.mark === mark) return
      dots.dataset.mark = mark
      dots.replaceChildren(
        ...list.slice(0, 40).map((_, i) => {
          const dot = document.createElement('i')
          dot.style.background = text(i === e.__current ? (d.indicatorActiveColor ?? '#000') : (d.indicatorColor ?? 'rgba(0,0,0,.3)'))
          return dot
        }),
      )
    }
    e.__go = (n, source) => {
      const list = items()
      if (!list.length) return
      const next =
        on(c.data.circular) || source === 'autoplay' ? (n + list.length) % list.length : Math.min(list.length - 1, Math.max(0, n))
      if (next === e.__current) return
      e.__current = next
      e.__layout()
      const detail = { current: next, currentItemId: text(list[next].__wxElement?.data.itemId), source }
      c.setData({ current: next })
      fire(c, 'change', detail, { user: source === 'touch' })
      fire(c, 'animationfinish', detail)
    }
    e.__observer = new NativeMutationObserver((changes) => {
      if (
        changes.some((x) =>
          Array.from(x.addedNodes)
            .concat(Array.from(x.removedNodes))
            .some((n) => (n as Element).tagName === 'WX-SWIPER-ITEM' || (n as Element).querySelector?.('wx-swiper-item')),
        )
      )
        e.__layout()
    })
    e.__observer.observe(e, { childList: true, subtree: true })
    onFrame(() => e.__layout())
    autoplay(c, e)
    let start: { x: number; y: number } | null = null
    e.addEventListener(
      'touchstart',
      (ev: TouchEvent) => (start = { x: ev.changedTouches[0]?.clientX ?? 0, y: ev.changedTouches[0]?.clientY ?? 0 }),
      { passive: true },
    )
    e.addEventListener('touchend', (ev: TouchEvent) => {
      const t = ev.changedTouches[0]
      if (!start || !t) return
      const by = on(c.data.vertical) ? t.clientY - start.y : t.clientX - start.x
      if (Math.abs(by) > 40) e.__go(e.__current + (by < 0 ? 1 : -1), 'touch')
      start = null
    })
  },
  observe: {
    current: (_, e, d) => {
      if (e.__layout && +d.current !== e.__current) {
        e.__current = +d.current || 0
        e.__layout()
      }
    },
    'autoplay,interval': (c, e) => e.__go && autoplay(c, e),
    'indicatorDots,displayMultipleItems,previousMargin,nextMargin,vertical': (_, e) => e.__layout?.(),
  },
  detached: (_, e) => {
    clearRepeating(e.__timer)
    e.__observer?.disconnect()
  },
}
function autoplay(c: Loose, e: SwiperNode): void {
  clearRepeating(e.__timer)
  if (!on(c.data.autoplay)) return
  e.__timer = setRepeating(
    () => {
      if (e.isConnected && e.offsetParent) e.__go(e.__current + 1, 'autoplay')
    },
    Math.max(500, +c.data.interval || 5000),
  )
}

const movableView: ElementSpec = {
  props: 'direction inertia out-of-bounds x y damping friction scale scale-min scale-max scale-value animation'.split(' '),
  observe: {
    'x,y': (c, e, d) => {
      e.style.transform = `translate(${length(d.x)}px,${length(d.y)}px)`
      if (e.__seen) fire(c, 'change', { x: length(d.x), y: length(d.y), source: '' })
      e.__seen = true
    },
  },
  attached: (c, e) => {
    let from: { x: number; y: number; at: [number, number] } | null = null
    e.addEventListener('touchstart', (ev: TouchEvent) => {
      const t = ev.changedTouches[0]
      const m = /translate\(([-\d.]+)px, ?([-\d.]+)px\)/.exec(e.style.transform)
      if (t) from = { x: t.clientX, y: t.clientY, at: [+(m?.[1] ?? 0), +(m?.[2] ?? 0)] }
    })
    e.addEventListener('touchmove', (ev: TouchEvent) => {
      const t = ev.changedTouches[0]
      const direction = text(c.data.direction)
      if (!t || !from || !direction || direction === 'none' || on(c.data.disabled)) return
      const x = direction === 'vertical' ? from.at[0] : from.at[0] + t.clientX - from.x
      const y = direction === 'horizontal' ? from.at[1] : from.at[1] + t.clientY - from.y
      e.style.transform = `translate(${x}px, ${y}px)`
      fire(c, 'change', { x, y, source: 'touch' }, { user: true })
    })
  },
}

const rowHeight = 44
const pickerView: ElementSpec = {
  props: 'indicator-style indicator-class mask-style mask-class immediate-change'.split(' '),
  attached: (c, e) => {
    const columns = (): Loose[] => Array.from(e.querySelectorAll('wx-picker-view-column'))
    const place = () => {
      const values: number[] = Array.isArray(c.data.value) ? c.data.value : []
      columns().forEach((column, i) => {
        column.scrollTop = (values[i] ?? 0) * (column.firstElementChild?.offsetHeight || rowHeight)
      })
    }
    e.__place = place
    onFrame(place)
    let timer = 0
    e.addEventListener(
      'scroll',
      () => {
        clearTimer(timer)
        timer = setTimer(() => {
          const value = columns().map((column) =>
            Math.max(0, Math.round(column.scrollTop / (column.firstElementChild?.offsetHeight || rowHeight))),
          )
          const before = Array.isArray(c.data.value) ? c.data.value.join() : ''
          if (value.join() === before) return
          c.setData({ value })
          fire(c, 'pickstart', {})
          fire(c, 'change', { value }, { user: true })
          fire(c, 'pickend', {})
        }, 80) as unknown as number
      },
      true,
    )
    e.__value = () => c.data.value
  },
  observe: { value: (_, e) => onFrame(() => e.__place?.()) },
}

const pageContainer: ElementSpec = {
  props: 'show duration z-index overlay position round close-on-slide-down overlay-style custom-style'.split(' '),
  observe: {
    'show,position,customStyle,round': (c, e, d) => {
      const shown = on(d.show)
      e.toggleAttribute('hidden', !shown)
      e.setAttribute('data-position', text(d.position) || 'bottom')
      if (d.customStyle) e.style.cssText = rpx(text(d.customStyle))
      if (!!e.__shown === shown) return
      e.__shown = shown
      for (const name of shown ? ['beforeenter', 'enter', 'afterenter'] : ['beforeleave', 'leave', 'afterleave']) fire(c, name, {})
    },
  },
}

export const scrollElements: Readonly<Record<string, ElementSpec>> = {
  'scroll-view': scrollView,
  'list-view': scrollView,
  'grid-view': scrollView,
  swiper,
  'movable-view': movableView,
  'picker-view': pickerView,
  'page-container': pageContainer,
}
