/** Pickers: a real panel with columns, moved and confirmed by taps. */
import { fire } from '../backend.ts'
import { ask } from '../prompts.ts'
import type { Loose } from '../state.ts'
import { type ElementSpec, text, truthy } from './define.ts'

const on = (v: unknown): boolean => v !== undefined && truthy(v)
/** Enough of the country to choose from. */
const regions: readonly [string, string, readonly [string, string, readonly [string, string][]][]][] = [
  [
    '北京市',
    '110000',
    [
      [
        '北京市',
        '110100',
        [
          ['东城区', '110101'],
          ['西城区', '110102'],
          ['朝阳区', '110105'],
          ['海淀区', '110108'],
        ],
      ],
    ],
  ],
  [
    '上海市',
    '310000',
    [
      [
        '上海市',
        '310100',
        [
          ['黄浦区', '310101'],
          ['徐汇区', '310104'],
          ['浦东新区', '310115'],
        ],
      ],
    ],
  ],
  [
    '广东省',
    '440000',
    [
      [
        '广州市',
        '440100',
        [
          ['越秀区', '440104'],
          ['海珠区', '440105'],
          ['天河区', '440106'],
        ],
      ],
      [
        '深圳市',
        '440300',
        [
          ['福田区', '440304'],
          ['南山区', '440305'],
        ],
      ],
    ],
  ],
  [
    '四川省',
    '510000',
    [
      [
        '成都市',
        '510100',
        [
          ['锦江区', '510104'],
          ['武侯区', '510107'],
        ],
      ],
    ],
  ],
]
const two = (n: number): string => (n < 10 ? '0' : '') + n
const range = (from: number, to: number): number[] => Array.from({ length: Math.max(0, Math.min(400, to - from + 1)) }, (_, i) => from + i)

interface Panel {
  columns: string[][]
  at: number[]
  /** Columns that follow from the choice in earlier ones. */
  refresh?: (panel: Panel, changed: number) => void
  result: (panel: Panel) => Record<string, unknown>
}
const labels = (list: unknown, key: unknown): string[] =>
  (Array.isArray(list) ? list : []).slice(0, 400).map((x) => text(x && typeof x === 'object' ? (x as Loose)[text(key)] : x))

function panelFor(c: Loose): Panel {
  const d = c.data
  const mode = text(d.mode) || 'selector'
  if (mode === 'multiSelector') {
    const lists = (Array.isArray(d.range) ? d.range : []) as unknown[]
    return {
      columns: lists.map((l) => labels(l, d.rangeKey)),
      at: lists.map((_, i) => +(Array.isArray(d.value) ? d.value[i] : 0) || 0),
      refresh: (panel, column) => {
        fire(c, 'columnchange', { column, value: panel.at[column] }, { user: true })
        const now = (Array.isArray(c.data.range) ? c.data.range : []) as unknown[]
        panel.columns = now.map((l) => labels(l, c.data.rangeKey))
        const value = Array.isArray(c.data.value) ? c.data.value : []
        panel.at = panel.at.map((v, i) => (i > column && typeof value[i] === 'number' ? value[i] : v))
      },
      result: (panel) => ({ value: panel.at.slice() }),
    }
  }
  if (mode === 'time') {
    const [h, m] = text(d.value).split(':').map(Number)
    return {
      columns: [range(0, 23).map(two), range(0, 59).map(two)],
      at: [h || 0, m || 0],
      result: (p) => ({ value: `${two(p.at[0] ?? 0)}:${two(p.at[1] ?? 0)}` }),
    }
  }
  if (mode === 'date') {
    const now = new Date()
    const [y0, m0, d0] = (text(d.value) || `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`).split('-').map(Number)
    const start = Number.parseInt(text(d.start), 10) || 1970
    const end = Number.parseInt(text(d.end), 10) || 2100
    const years = range(Math.max(start, (y0 || 2026) - 120), Math.min(end, (y0 || 2026) + 120))
    const parts = text(d.fields) === 'year' ? 1 : text(d.fields) === 'month' ? 2 : 3
    return {
      columns: [years.map((y) => y + '年'), range(1, 12).map((m) => two(m) + '月'), range(1, 31).map((x) => two(x) + '日')].slice(0, parts),
      at: [Math.max(0, years.indexOf(y0 || 2026)), (m0 || 1) - 1, (d0 || 1) - 1].slice(0, parts),
      result: (p) => {
        const year = years[p.at[0] ?? 0] ?? 2026
        const month = (p.at[1] ?? 0) + 1
        const day = Math.min((p.at[2] ?? 0) + 1, new Date(year, month, 0).getDate())
        return { value: [String(year), two(month), two(day)].slice(0, parts).join('-') }
      },
    }
  }
  if (mode === 'region') {
    const fill = (p: Panel) => {
      const province = regions[p.at[0] ?? 0] ?? regions[0]
      const city = province?.[2][p.at[1] ?? 0] ?? province?.[2][0]
      p.columns = [regions.map((r) => r[0]), (province?.[2] ?? []).map((x) => x[0]), (city?.[2] ?? []).map((x) => x[0])]
    }
    const panel: Panel = {
      columns: [],
      at: [2, 0, 1],
      refresh: (p, column) => {
        for (let i = column + 1; i < 3; i++) p.at[i] = 0
        fill(p)
      },
      result: (p) => {
        const province = regions[p.at[0] ?? 0] as (typeof regions)[number]
        const city = province[2][p.at[1] ?? 0] as (typeof province)[2][number]
        const district = city[2][p.at[2] ?? 0] as (typeof city)[2][number]
        return { value: [province[0], city[0], district[0]], code: [province[1], city[1], district[1]], postcode: district[1] }
      },
    }
    fill(panel)
    return panel
  }
  return {
    columns: [labels(d.range, d.rangeKey)],
    at: [Math.max(0, +d.value || 0)],
    result: (p) => ({ value: text(p.at[0] ?? 0) === '' ? 0 : (p.at[0] ?? 0) }),
  }
}

function drawColumns(body: HTMLElement, panel: Panel): void {
  body.replaceChildren(
    ...panel.columns.map((column, i) => {
      const list = document.createElement('div')
      list.className = 'mp-column'
      const from = Math.max(0, Math.min((panel.at[i] ?? 0) - 2, column.length - 5))
      column.slice(from, from + 5).forEach((label, k) => {
        const cell = document.createElement('div')
        cell.className = 'mp-cell' + (from + k === panel.at[i] ? ' mp-on' : '')
        cell.textContent = label
        cell.addEventListener('click', (event) => {
          if (!event.isTrusted || panel.at[i] === from + k) return
          panel.at[i] = from + k
          panel.refresh?.(panel, i)
          drawColumns(body, panel)
        })
        list.append(cell)
      })
      return list
    }),
  )
}

function openPicker(c: Loose): void {
  if (on(c.data.disabled)) return
  const panel = panelFor(c)
  const body = document.createElement('div')
  body.className = 'mp-columns'
  drawColumns(body, panel)
  ask(
    {
      sort: 'panel',
      api: 'picker',
      title: text(c.data.headerText),
      text: '',
      body,
      buttons: [
        { id: 'cancel', text: '取消' },
        { id: 'confirm', text: '确定' },
      ],
      call: null,
      answer: 'hand',
      accept: 'confirm',
      refuse: 'cancel',
    },
    ({ button, by }) => {
      if (by === 'page') return
      if (button !== 'confirm') return fire(c, 'cancel', {}, { user: true })
      const result = panel.result(panel)
      c.setData({ value: result.value })
      fire(c, 'change', result, { user: true })
    },
  )
}
export const pickerElements: Readonly<Record<string, ElementSpec>> = {
  picker: {
    props: ['range', 'range-key', 'start', 'end', 'fields', 'custom-item', 'level', 'header-text'],
    attached: (c, e) => {
      e.__value = () => c.data.value
    },
    tap: (c) => openPicker(c),
  },
}
