import { describe, expect, test } from 'vitest'
import type { PageState, RunRecord, Screen, Step, Tappable } from '../evidence/run.ts'
import { type Driver, explore, fitting, type Plan, planId, planOf } from './index.ts'
import { randomWalk } from './walk.ts'
import { Walker } from './walker.ts'

/** A telephone made of a table: pages, what can be tapped on each, and where that leads. */
interface Fake {
  readonly pages: Readonly<
    Record<
      string,
      readonly {
        readonly text: string
        readonly to?: string
        readonly field?: boolean
        readonly prompt?: string
        readonly sort?: string
        readonly loads?: number
      }[]
    >
  >
  readonly home: string
  readonly log?: string[]
  readonly fails?: (step: string) => boolean
}
function fakeDriver({ pages, home, log = [], fails = () => false }: Fake): Driver {
  let stack = [home]
  let view = 1
  let at = 0
  let prompt: { title: string; sort: string; until: number } | null = null
  let loading = 0
  const records: RunRecord[] = []
  const screens: Screen[] = []
  const steps: Step[] = []
  const did = (what: string) => {
    if (fails(what)) throw new Error(`broke at ${what}`)
    log.push(what)
    records.push({ kind: 'console', id: records.length + 1, at, page: stack.at(-1)!, view, level: 'log', text: what })
  }
  const box = { x: 0, y: 0, width: 80, height: 40 }
  const tappables = (): Tappable[] =>
    (pages[stack.at(-1)!] ?? []).map((one, i) => ({
      handle: i,
      tag: one.field ? 'input' : 'button',
      text: one.text,
      selector: `${one.field ? 'input' : 'button'}[${i + 1}]`,
      box,
      layer: 'page',
      openType: null,
      handler: `on${one.text}`,
      disabled: false,
      onScreen: true,
      field: one.field ? 'text' : null,
      url: null,
    }))
  const state = (): PageState => ({
    route: stack.at(-1)!,
    query: {},
    view,
    title: '',
    stack,
    tab: false,
    navigationStyle: 'default',
    text: [],
    images: 0,
    brokenImages: 0,
    fields: 0,
    nodes: 1,
    depth: 1,
    widest: 1,
    loading: at < loading,
    prompts: prompt ? [{ prompt: 1, sort: prompt.sort, title: prompt.title, text: '', buttons: ['确定'] }] : [],
    scroll: { top: 0, height: 500, viewport: 500 },
    shape: stack.at(-1)!,
    blank: false,
    milliseconds: { loaded: 0, shown: 0, ready: 0 },
    embeds: [],
    hears: [],
    cover: null,
  })
  const pass = (ms: number) => {
    at += ms
    if (prompt && at >= prompt.until) prompt = null
  }
  const go = (route: string, whole: boolean) => {
    stack = whole ? [route] : [...stack, route]
    view++
  }
  return {
    launch: async () => {
      did('launch')
      go(home, true)
    },
    open: async (route, query = '') => {
      did(`open ${route}${query ? `?${query}` : ''}`)
      go(route, true)
    },
    navigate: async (route) => {
      did(`navigate ${route}`)
      go(route, false)
    },
    find: async (selector) => tappables().find((one) => one.selector === selector) ?? null,
    tap: async (target) => {
      const one = pages[stack.at(-1)!]![typeof target === 'number' ? target : target.handle]!
      did(`tap ${one.text}`)
      if (one.prompt) prompt = { title: one.prompt, sort: one.sort ?? 'modal', until: at + 350 }
      if (one.loads) loading = at + one.loads
      if (one.to) go(one.to, false)
      return true
    },
    longpress: async () => true,
    input: async (target, value) => {
      did(`input ${target.text}=${value}`)
      return true
    },
    answer: async () => true,
    back: async () => {
      did('back')
      if (stack.length < 2) return false
      stack = stack.slice(0, -1)
      return true
    },
    scroll: async () => false,
    pullDown: async () => true,
    share: async () => did('share'),
    hide: async () => did('hide'),
    show: async () => did('show'),
    wait: async (ms) => pass(ms),
    settle: async () => {
      pass(120)
      return true
    },
    look: async (_, rest) => {
      pass(rest && 'wait' in rest ? rest.wait : 120)
      const screen: Screen = { id: screens.length + 1, at, image: null, state: state(), tappables: tappables(), step: null, from: null }
      screens.push(screen)
      return screen
    },
    get recordCount() {
      return records.length
    },
    alive: true,
    run: async () => ({
      profile: 'accept-all',
      server: 'none',
      seed: 1,
      records,
      screens,
      steps,
      storage: {},
      isolation: { network: 'own namespace', user: 'unprivileged', sandbox: true, notes: [] },
      incomplete: [],
    }),
    close: async () => {},
  }
}

const shop: Fake['pages'] = {
  home: [
    { text: '商品', to: 'goods' },
    { text: '关于', to: 'about' },
  ],
  goods: [{ text: '收藏' }, { text: '购买', to: 'pay' }],
  pay: [{ text: '付款', prompt: '支付' }],
  about: [],
  lost: [],
}
const ways = Object.keys(shop).map((route) => ({ route, queries: route === 'goods' ? ['id=3'] : [] }))
const run = (plan: readonly Plan[], fake: Omit<Fake, 'log'>, late = () => false, log: string[] = []) =>
  explore({
    plan,
    ways,
    seed: 1,
    now: 0,
    servers: { given: false, afterRelease: false },
    open: async () => fakeDriver({ ...fake, log }),
    late,
    parallel: 1,
  })
const sweepPlan: Plan = { kind: 'sweep', profile: 'accept-all', server: 'none' }
const taps: Plan = { kind: 'taps', profile: 'accept-all', server: 'none' }

describe('passes', () => {
  test('a sweep opens every page by itself, without parameters and with those of the program, and leaves each alone', async () => {
    const log: string[] = []
    const { passes, reached } = await run([sweepPlan], { pages: shop, home: 'home' }, undefined, log)
    expect(log.filter((line) => line.startsWith('open'))).toEqual([
      'open home',
      'open goods',
      'open pay',
      'open about',
      'open lost',
      'open goods?id=3',
    ])
    expect(reached).toEqual(Object.keys(shop).sort())
    const idle = passes[0]!.moves.filter((move) => move.purpose === 'idle')
    expect(idle).toHaveLength(7)
    expect(idle.every((move) => move.until - move.at >= 6000)).toBe(true)
  })
  test('tap-all tries everything once, also in the states that taps lead to, and waits for questions to be answered', async () => {
    const log: string[] = []
    const { passes } = await run([taps], { pages: shop, home: 'home' }, undefined, log)
    for (const text of ['商品', '关于', '收藏', '购买', '付款']) expect(log).toContain(`tap ${text}`)
    const [pass] = passes
    const pay = pass!.moves.findIndex((move) => 'text' in move.step && move.step.text === '付款')
    expect(pass!.screens[pass!.moves[pay]!.after! - 1]!.state.prompts).toHaveLength(1)
    expect(pass!.moves[pay + 1]).toMatchObject({ purpose: 'answer' })
    expect(pass!.screens[pass!.moves[pay + 1]!.after! - 1]!.state.prompts).toHaveLength(0)
  })
  test('every record belongs to exactly one move', async () => {
    const { passes } = await run([taps, { ...taps, kind: 'people' }], { pages: shop, home: 'home' })
    for (const pass of passes) {
      expect(pass.moves[0]!.from).toBe(0)
      for (const [i, move] of pass.moves.entries()) expect(move.to).toBe(pass.moves[i + 1]?.from ?? pass.records.length)
    }
  })
  test('the same seed walks the same way, another seed another', async () => {
    const walk = async (seed: number) => {
      const log: string[] = []
      const walker = new Walker(fakeDriver({ pages: shop, home: 'home', log }), { moves: 60, late: () => false, patience: 100 })
      await randomWalk(walker, Object.keys(shop), seed).catch(() => {})
      return log
    }
    expect(await walk(7)).toEqual(await walk(7))
    expect(await walk(7)).not.toEqual(await walk(8))
  })
  test('a walk ends when nothing new has come for long, sooner where there is little', async () => {
    const steps = async (pages: Fake['pages']) => {
      const walker = new Walker(fakeDriver({ pages, home: 'home' }), { moves: 600, late: () => false, patience: 100 })
      await randomWalk(walker, Object.keys(pages), 3)
      return walker.count
    }
    const [little, more] = [await steps({ home: [{ text: '好' }] }), await steps(shop)]
    expect(little).toBeGreaterThan(30)
    expect(little).toBeLessThan(60)
    expect(more).toBeGreaterThan(little)
    expect(more).toBeLessThan(600)
  })
  test('a form is sent empty, then filled and sent', async () => {
    const log: string[] = []
    await run(
      [{ ...taps, kind: 'people' }],
      { pages: { home: [{ text: '手机号', field: true }, { text: '提交' }] }, home: 'home' },
      undefined,
      log,
    )
    const from = log.indexOf('tap 提交')
    expect(log.slice(from, from + 4)).toEqual(['tap 提交', 'input 手机号=13800138000', 'input 手机号=13800138000', 'tap 提交'])
  })
})

describe('what would show nothing new', () => {
  const all = planOf({ version: false, system: false, date: false, network: true, asks: true }, { given: true, afterRelease: false })
  const made = async (pages: Fake['pages'], parallel: number, open = fakeDriver) => {
    const run = await explore({
      plan: all,
      ways: Object.keys(pages).map((route) => ({ route, queries: [] })),
      seed: 1,
      now: 0,
      servers: { given: true, afterRelease: false },
      open: async () => open({ pages, home: 'home' }),
      late: () => false,
      parallel,
    })
    return run.passes.map((pass) => pass.id)
  }
  const quiet = { home: [{ text: '看看', to: 'other' }], other: [] }
  test('nobody refuses where nothing is asked, and no server fails where none is', async () => {
    for (const parallel of [1, 2, 3])
      expect(await made(quiet, parallel)).toEqual([
        'sweep/accept-all/responses',
        'taps/accept-all/responses',
        'people/accept-all/responses',
        'posting/accept-all/responses',
        'walk/accept-all/responses',
      ])
  })
  test('a question anywhere brings those back who refuse, a request the servers that fail', async () => {
    const asks = (kind: string) => (fake: Fake) => {
      const driver = fakeDriver(fake)
      const more =
        kind === 'call'
          ? { kind: 'network', call: 1, method: 'GET', url: 'https://a.example.org', status: 200, source: 'responses', milliseconds: 5 }
          : { kind: 'prompt', prompt: 1, sort: kind, api: '', title: '', text: '', buttons: [], call: null }
      return {
        ...driver,
        run: async () => ({ ...(await driver.run()), records: [{ id: 1, at: 0, page: 'home', view: 1, ...more } as RunRecord] }),
      }
    }
    expect(await made(quiet, 2, asks('modal'))).toContain('taps/deny-all/responses')
    expect(await made(quiet, 2, asks('modal'))).not.toContain('people/refusing/responses')
    expect(await made(quiet, 2, asks('permission'))).toContain('people/refusing/responses')
    const served = await made(quiet, 2, asks('call'))
    expect(served).toEqual(all.map(planId).filter((id) => !/deny-all|refusing|fickle|hesitant/.test(id)))
  })
  /** What a pass saw besides, by its name. */
  const seeing =
    (some: (id: string) => readonly object[]) =>
    (fake: Fake, plan: Plan): Driver => {
      const driver = fakeDriver(fake)
      const more = some(planId(plan)).map((one, i) => ({ id: i + 1, at: 0, page: 'home', view: 1, ...one }) as RunRecord)
      return { ...driver, run: async () => ({ ...(await driver.run()), records: more }) }
    }
  const system = planOf(
    { version: false, system: true, date: false, network: true, asks: true },
    { given: false, afterRelease: false, shapes: true },
  )
  const seen = async (some: (id: string) => readonly object[]) => {
    const run = await explore({
      plan: system,
      ways: Object.keys(quiet).map((route) => ({ route, queries: [] })),
      seed: 1,
      now: 0,
      servers: { given: false, afterRelease: false },
      open: async (plan) => seeing(some)({ pages: quiet, home: 'home' }, plan),
      late: () => false,
      parallel: 2,
    })
    return run.passes.map((pass) => pass.id)
  }
  const call = (api: string) => ({ kind: 'call', api, args: null, stack: [], cause: { kind: 'lifecycle' } })
  test('an iPhone shows the same where nobody asked which telephone it is, and only there', async () => {
    const alike = await seen(() => [call('getFileSystemManager'), call('getWindowInfo')])
    expect(alike.some((id) => id.includes('ios'))).toBe(false)
    for (const where of ['sweep', 'taps', 'people']) {
      const asked = await seen((id) => (id === `${where}/accept-all/none` ? [call('getDeviceInfo')] : []))
      expect(asked.filter((id) => id.includes('ios'))).toEqual(['sweep/ios/none', 'taps/ios/none'])
    }
  })
  test('answers that are made up are for who asked for any', async () => {
    expect((await seen(() => [])).some((id) => id.endsWith('synthesised'))).toBe(false)
    expect(await seen((id) => (id.startsWith('taps/accept-all') ? [call('request')] : []))).toContain('sweep/accept-all/synthesised')
  })
  test('who refuses in another order is the same person where the first was never asked', async () => {
    const prompt = (sort: string) => ({ kind: 'prompt', prompt: 1, sort, api: '', title: '', text: '', buttons: [], call: null })
    const first = await seen((id) => (id.includes('accept-all') ? [prompt('permission')] : []))
    expect(first).toContain('people/fickle/none')
    expect(first.some((id) => /hesitant|refusing/.test(id))).toBe(false)
    const both = await seen((id) =>
      /accept-all|fickle/.test(id) ? [prompt('permission')] : id.includes('deny-all') ? [prompt('modal')] : [],
    )
    expect(both).toContain('people/hesitant/none')
    expect(both).toContain('people/refusing/none')
  })
  test('where the record was full, nobody knows', async () => {
    const full = await seen((id) =>
      id.startsWith('taps/accept-all') ? [{ kind: 'host', what: 'limit', detail: 'records', stack: [] }] : [],
    )
    expect(full).toEqual(system.map(planId).filter((id) => !/hesitant|people\/refusing/.test(id)))
  })
})

describe('people who are asked', () => {
  const pages: Fake['pages'] = {
    me: [{ text: '换头像', prompt: '授权', sort: 'profile' }, { text: '规则', prompt: '知道了' }, { text: '走走' }],
    help: [{ text: '看看' }],
  }
  const passes = async (profile: Plan['profile']) => {
    const log: string[] = []
    await explore({
      plan: [{ kind: 'people', profile, server: 'none' }],
      ways: [
        { route: 'me', queries: [] },
        { route: 'help', queries: [] },
      ],
      seed: 1,
      now: 0,
      servers: { given: false, afterRelease: false },
      open: async () => fakeDriver({ pages, home: 'me', log }),
      late: () => false,
      parallel: 1,
    })
    return log
  }
  test('who changes their mind answers a question of the platform twice, and looks at the page again', async () => {
    for (const profile of ['fickle', 'hesitant'] as const) {
      const log = await passes(profile)
      const times = (text: string) => log.filter((line) => line === `tap ${text}`).length
      expect([times('换头像'), times('规则'), times('走走'), times('看看')]).toEqual([2, 1, 1, 1])
      expect(log.lastIndexOf('open me')).toBeGreaterThan(log.indexOf('tap 走走'))
    }
  })
  test('who refuses the platform but not the program goes on looking at every page', async () => {
    const log = await passes('refusing')
    expect(log.filter((line) => line === 'open help')).toHaveLength(2)
    expect(log.indexOf('open help')).toBeGreaterThan(log.indexOf('tap 换头像'))
  })
  test('they are only sent where something is asked, and before chance is', () => {
    const traits = { version: false, system: false, date: false, network: true, asks: true }
    const ids = planOf(traits, { given: true, afterRelease: false }).map(planId)
    expect(ids.slice(ids.indexOf('people/refusing/responses'))).toContain('walk/accept-all/responses')
    expect(ids.slice(ids.indexOf('sweep/slow-4g/responses'))).toContain('walk/accept-all/responses')
    const quiet = planOf({ ...traits, asks: false }, { given: true, afterRelease: false }).map(planId)
    expect(quiet.some((id) => /refusing|fickle|hesitant/.test(id))).toBe(false)
  })
})

describe('patience', () => {
  const bounds = { moves: 60, late: () => false, patience: 100 }
  const tapped = async (loads: number) => {
    const driver = fakeDriver({ pages: { home: [{ text: '提交', loads }] }, home: 'home' })
    const walker = new Walker(driver, bounds)
    await walker.make({ do: 'launch' }, 'launch')
    await walker.tap(walker.tappables()[0]!)
    await walker.after(1600)
    return walker
  }
  test('a sign of loading that a tap brought is given time, but not for ever', async () => {
    expect((await tapped(0)).count).toBe(3)
    const done = await tapped(5000)
    expect([done.count, done.screen?.state.loading]).toEqual([5, false])
    const endless = await tapped(1e9)
    expect(endless.count).toBe(6)
    await endless.tap(endless.tappables()[0]!)
    await endless.after(1600)
    expect(endless.count).toBe(8)
  })
  test('a page that the program itself keeps in front is got rid of by a new launch, a few times at most', async () => {
    const log: string[] = []
    const driver = fakeDriver({ pages: { home: [], shut: [], other: [] }, home: 'home', log })
    let stuck = false
    const held: Driver = {
      ...driver,
      launch: async () => {
        stuck = false
        await driver.launch()
      },
      open: async (route, query) => {
        stuck ||= route === 'shut'
        log.push(`wish ${route}`)
        await driver.open(stuck ? 'shut' : route, query)
      },
    }
    const walker = new Walker(held, bounds)
    for (const route of ['home', 'shut', 'home']) await walker.arrive(route)
    expect(walker.screen?.state.route).toBe('home')
    expect(log.filter((line) => line === 'launch')).toHaveLength(1)
    // one that has never been shown may well lead elsewhere
    await walker.arrive('shut')
    await walker.arrive('other')
    expect(log.filter((line) => line === 'launch')).toHaveLength(1)
  })
})

describe('bounds', () => {
  test('a pass that breaks is named, and the others count', async () => {
    const { passes, incomplete } = await run([sweepPlan, taps], { pages: shop, home: 'home', fails: (what) => what === 'tap 关于' })
    expect(passes.map((pass) => pass.id)).toEqual(['sweep/accept-all/none'])
    expect(incomplete).toEqual(['taps/accept-all/none: broke at tap 关于'])
  })
  test('when no pass succeeds, that is an error', async () => {
    await expect(run([sweepPlan], { pages: shop, home: 'home', fails: () => true })).rejects.toThrow('broke at launch')
  })
  test('when time is up, what was seen stays and what was not is named', async () => {
    let left = 8
    const { passes, incomplete } = await run([sweepPlan, taps], { pages: shop, home: 'home' }, () => left-- <= 0)
    expect(passes).toHaveLength(1)
    expect(passes[0]!.moves.length).toBeLessThan(8)
    expect(incomplete).toEqual(['sweep/accept-all/none: time', 'taps/accept-all/none: time'])
  })
  test('what a program never asks about gets no pass of its own', () => {
    const none = { version: false, system: false, date: false, network: false, asks: false }
    const ids = (traits: typeof none, afterRelease = false) =>
      planOf(traits, { given: true, afterRelease }).map((one) => `${one.profile} ${one.server}`)
    expect(ids(none).some((id) => /ios|trial|later|slow|failing|empty|after/.test(id))).toBe(false)
    expect(ids({ ...none, system: true })).toContain('ios responses')
    expect(ids({ ...none, network: true })).toContain('accept-all failing')
    expect(ids(none, true)).toContain('accept-all after-release')
  })
})

describe('the plan', () => {
  const traits = { version: true, system: true, date: true, network: true, asks: true }
  test('size decides how many passes there are, and what is left out is said', () => {
    const plan = planOf(traits, { given: true, afterRelease: false })
    expect(fitting(plan, 12)).toEqual({ plan, leftOut: [] })
    const large = fitting(plan, 400)
    expect(large.plan.length).toBeGreaterThanOrEqual(3)
    expect(large.plan.length).toBeLessThan(plan.length)
    expect(large.leftOut).toContain('sweep/develop/responses: size')
    expect(large.plan.length + large.leftOut.length).toBe(plan.length)
  })
  test('nothing is published on a real server, and answers are made up only where none were given', () => {
    const ids = (servers: Parameters<typeof planOf>[1]) => planOf(traits, servers).map(planId)
    expect(ids({ given: true, afterRelease: false, live: true }).some((id) => id.startsWith('posting'))).toBe(false)
    expect(ids({ given: true, afterRelease: false, shapes: true }).some((id) => id.endsWith('synthesised'))).toBe(false)
    expect(ids({ given: false, afterRelease: false, shapes: true })).toContain('sweep/accept-all/synthesised')
  })
})
