/**
 * Moves that people make and chance does not: the same element again and again, there and back until a page shows for
 * the third time, a form sent empty and then filled, a wizard to its end, a share and the return from it, closing what
 * lies over a page, logging out, and leaving the program for a while.
 */
import type { Step, Tappable } from '../evidence/run.ts'
import type { Way } from './sweep.ts'
import { kindOf, stateKey, type Walker } from './walker.ts'

const CLOSE = /^(?:关闭|關閉|跳过|取消|暂不.{0,4}|稍后.{0,4}|以后再说|我?知道了|不了?|残忍拒绝|下次再说|[×✕✖xX╳⨯])$|关闭|跳过/
const FORWARD = /下一步|下一|继续|提交|确认|确定|完成|保存|发布|发送|发表|申请|预约|报名|开始|登录|下单|支付|查询|查看|询价|立即|去/
const LOG_IN = /登录|登入|注册|授权/
const LOG_OUT = /退出|登出|注销|切换账号|更换.{0,4}(?:证|账号)/

/** Something to write into a field of some kind: harmless, plain, recognisable. */
export function sampleFor(target: Tappable): string {
  const hint = target.text
  if (/手机|电话|联系方式/.test(hint)) return '13800138000'
  if (/验证码/.test(hint)) return '123456'
  if (/邮箱/.test(hint)) return 'a@example.com'
  if (/姓名|称呼|名字|昵称/.test(hint)) return '陈小门'
  if (/身份证/.test(hint) || target.field === 'idcard') return '11010519491231002X'
  if (/日期|生日/.test(hint)) return '1990-01-01'
  if (/地址/.test(hint)) return '门神路一号'
  if (target.field === 'number' || /数量|人数|年龄|价|金额/.test(hint)) return '2'
  if (target.field === 'digit') return '12.5'
  if (target.field === 'password' || /密码/.test(hint)) return 'Menshen2026'
  return '门神测试'
}

const texts = (walker: Walker): string => (walker.screen?.state.text ?? []).map((one) => one.text).join('|')
const fieldsOf = (walker: Walker): readonly Tappable[] => walker.tappables().filter((one) => one.field !== null && !one.disabled)
const onPage = (walker: Walker): readonly Tappable[] =>
  walker.tappables().filter((one) => one.layer === 'page' && !one.disabled && one.field === null)

/** Fills every field on the screen, and ticks what can be ticked. */
async function fill(walker: Walker, tick: boolean): Promise<void> {
  for (const field of fieldsOf(walker).slice(0, 8)) {
    const now = walker.tappables().find((one) => one.selector === field.selector)
    if (now) await walker.make({ do: 'input', selector: now.selector, value: sampleFor(now) }, 'form', now)
  }
  if (!tick) return
  for (const box of onPage(walker)
    .filter((one) => /^(?:checkbox|radio|switch)$/.test(one.tag))
    .slice(0, 3)) {
    const now = walker.tappables().find((one) => one.selector === box.selector)
    if (now) await walker.tap(now, 'form')
  }
}
const forward = (walker: Walker): Tappable | undefined => {
  const all = onPage(walker).filter((one) => FORWARD.test(one.text) && one.text.length <= 16)
  return all.findLast((one) => one.tag === 'button') ?? all.at(-1)
}

/** The form of a page: sent empty, filled, sent; then on to the end of what it begins. */
async function form(walker: Walker, way: Way): Promise<void> {
  await walker.open(way.route, way.queries[0] ?? '')
  await walker.wait(1000, 'idle')
  if (fieldsOf(walker).length === 0 && !onPage(walker).some((one) => /^(?:checkbox|radio|picker)$/.test(one.tag))) return
  const first = forward(walker)
  if (first) await walker.tap(first, 'form-empty')
  if (walker.screen?.state.route !== way.route) return
  await fill(walker, false)
  // typed, but not yet agreed to: nothing of it should have left the telephone
  await walker.wait(2500, 'form-typed')
  await fill(walker, true)
  for (let i = 0; i < 2; i++) {
    const send = forward(walker)
    if (!send) break
    await walker.tap(send, 'form-send')
    await walker.after(2500, 'form-sent')
    if (walker.screen?.state.route !== way.route) break
  }
}
/** Onwards as long as there is an onwards. */
async function wizard(walker: Walker, way: Way): Promise<void> {
  await walker.open(way.route, way.queries[0] ?? '')
  await walker.wait(1000, 'idle')
  const seen = new Map<string, number>()
  for (let i = 0; i < 10; i++) {
    await fill(walker, i > 0 || fieldsOf(walker).length === 0)
    const next = forward(walker)
    if (!next) return
    const before = `${stateKey(walker.screen)}${texts(walker)}`
    await walker.tap(next, 'wizard')
    await walker.after(1500, 'wizard')
    const after = `${stateKey(walker.screen)}${texts(walker)}`
    if (after === before && i > 1) return
    seen.set(after, (seen.get(after) ?? 0) + 1)
    if ((seen.get(after) ?? 0) > 2) return
  }
}
/** The same element, again and again, as long as it does something. */
async function again(walker: Walker, way: Way, most: number): Promise<void> {
  await walker.open(way.route, way.queries[0] ?? '')
  await walker.wait(1000, 'idle')
  const kinds = new Set<string>()
  const targets = onPage(walker)
    .filter((one) => one.openType === null || one.openType === 'share')
    .filter((one) => !kinds.has(kindOf(one)) && kinds.add(kindOf(one)))
    .slice(0, 6)
  for (const [index, first] of targets.entries()) {
    if (index > 0) {
      await walker.open(way.route, way.queries[0] ?? '')
      await walker.wait(800, 'return')
    }
    let same = 0
    let before = ''
    for (let i = 0; i < most; i++) {
      // on whatever page the tap led to, the element of the same place or of the same words is the same one for a person
      const target =
        walker.tappables().find((one) => one.selector === first.selector && one.layer === 'page') ??
        walker.tappables().find((one) => one.text === first.text && one.text !== '' && one.layer === 'page')
      if (!target || target.disabled) break
      const records = walker.driver.recordCount
      await walker.tap(target, 'again')
      // what a tap led to, without its own two records: when that is the same three times, it will stay so
      const now = `${stateKey(walker.screen)}${texts(walker)}${walker.screen?.state.stack.length}|${walker.driver.recordCount - records}`
      same = now === before ? same + 1 : 0
      before = now
      if (same >= 3) break
    }
    await walker.after(1500, 'after-tap')
  }
}
/** There and back until a page is shown for the third time and more. */
async function backAndForth(walker: Walker, way: Way): Promise<void> {
  await walker.open(way.route, way.queries[0] ?? '')
  await walker.wait(800, 'idle')
  const start = walker.screen?.state.route ?? null
  let leaving: Step | null = null
  for (const target of onPage(walker).slice(0, 12)) {
    await walker.tap(target, 'leave')
    if (walker.screen?.state.route !== start && (walker.screen?.state.stack.length ?? 0) > 1) {
      leaving = { do: 'tap', selector: target.selector, text: target.text }
      break
    }
    if (walker.screen?.state.route !== start) return
  }
  for (let i = 0; i < 4 && leaving; i++) {
    const there = walker.screen?.state.route
    await walker.make({ do: 'back' }, 'back-and-forth')
    await walker.wait(1800, 'back-and-forth')
    // a page that opens again at once has no way back
    if (walker.screen?.state.route === there && i > 0) return
    if (i < 3 && (walker.screen?.state.route !== start || !(await walker.make(leaving, 'back-and-forth')))) return
  }
}
async function away(walker: Walker, way: Way, times: number): Promise<void> {
  await walker.open(way.route, way.queries[0] ?? '')
  await walker.wait(800, 'idle')
  for (let i = 0; i < times; i++) {
    await walker.make({ do: 'hide' }, 'away')
    await walker.wait(3000, 'away')
    await walker.make({ do: 'show' }, 'away')
    await walker.wait(1800, 'away')
  }
}
/** A share from the menu and the return from it, three times. */
async function shares(walker: Walker, way: Way): Promise<void> {
  await walker.open(way.route, way.queries[0] ?? '')
  await walker.wait(800, 'idle')
  for (let i = 0; i < 3; i++) {
    await walker.make({ do: 'share', from: 'menu' }, 'share')
    await walker.make({ do: 'hide' }, 'share')
    await walker.wait(2400, 'share')
    await walker.make({ do: 'show' }, 'share-return')
    await walker.wait(2200, 'share-return')
  }
}
/** Tries to get rid of what lies over a page, then sees whether it stays away. */
async function close(walker: Walker, way: Way): Promise<void> {
  await walker.open(way.route, way.queries[0] ?? '')
  await walker.wait(6000, 'idle')
  if (!walker.screen?.state.cover) return
  const cover = walker.screen.state.cover
  const inside = onPage(walker)
  const likely = [
    ...inside.filter((one) => CLOSE.test(one.text)),
    ...inside.filter((one) => one.text === '' || one.box.width * one.box.height < 3000),
  ]
  const tried = new Set<string>()
  for (const target of [...likely, ...inside].slice(0, 8)) {
    if (tried.has(target.selector) || !walker.screen?.state.cover) continue
    const now = walker.tappables().find((one) => one.selector === target.selector)
    if (!now) continue
    tried.add(target.selector)
    await walker.tap(now, 'close')
    await walker.wait(1500, 'close')
    if (walker.screen?.state.route !== way.route) break
  }
  if (walker.screen?.state.cover?.text === cover.text) await walker.make({ do: 'scroll', to: 'bottom' }, 'close')
  await walker.wait(9000, 'closed')
}
/** In, out, and a look whether anything of the account is left. */
async function logOut(walker: Walker, ways: readonly Way[]): Promise<void> {
  await walker.make({ do: 'launch' }, 'launch')
  for (const way of ways) {
    await walker.open(way.route, way.queries[0] ?? '')
    await walker.wait(800, 'idle')
    const entry = onPage(walker).find((one) => LOG_IN.test(one.text) && !LOG_OUT.test(one.text))
    if (entry) {
      await fill(walker, true)
      const now = walker.tappables().find((one) => one.selector === entry.selector)
      if (now) await walker.tap(now, 'log-in')
      await walker.after(1500, 'log-in')
    }
  }
  for (const way of ways) {
    await walker.open(way.route, way.queries[0] ?? '')
    await walker.wait(800, 'idle')
    const exit = onPage(walker).find((one) => LOG_OUT.test(one.text))
    if (!exit) continue
    await walker.tap(exit, 'log-out')
    await walker.after(2000, 'log-out')
    const confirm = onPage(walker).find((one) => /^(?:确定|确认|退出|确认退出)$/.test(one.text) && one.selector !== exit.selector)
    if (confirm) await walker.tap(confirm, 'log-out')
    await walker.make({ do: 'hide' }, 'logged-out')
    await walker.wait(2000, 'logged-out')
    await walker.make({ do: 'show' }, 'logged-out')
    await walker.wait(2000, 'logged-out')
    await walker.open(way.route, way.queries[0] ?? '', 'logged-out')
    await walker.wait(1500, 'logged-out')
    return
  }
}
/** After refusals: on to every other page, as somebody who still wants to look around. */
export async function wander(walker: Walker, ways: readonly Way[]): Promise<void> {
  await walker.make({ do: 'launch' }, 'launch')
  await walker.wait(3000, 'idle')
  for (let round = 0; round < 2; round++)
    for (const way of ways) {
      await walker.arrive(way.route, way.queries[0] ?? '', 'wander')
      await walker.wait(4000, 'wander')
      for (const target of onPage(walker).slice(0, round === 0 ? 3 : 1)) {
        const now = walker.tappables().find((one) => one.selector === target.selector && one.text === target.text)
        if (!now || walker.screen?.state.route !== way.route) break
        await walker.tap(now, 'wander')
        await walker.after(3500, 'wander')
      }
    }
}

/** Whoever answers otherwise the second time: what brought up a question is tapped again, and the page looked at once more. */
export async function changesMind(walker: Walker, ways: readonly Way[]): Promise<void> {
  await walker.make({ do: 'launch' }, 'launch')
  await walker.wait(1500, 'idle')
  for (const way of ways) {
    const open = async (purpose: string) => {
      await walker.arrive(way.route, way.queries[0] ?? '', purpose)
      await walker.wait(1500, purpose)
      return walker.screen?.state.route === way.route
    }
    if (!(await open('change'))) continue
    const kinds = new Set<string>()
    let changed = false
    for (const target of onPage(walker)
      .filter((one) => !kinds.has(kindOf(one)) && kinds.add(kindOf(one)))
      .slice(0, 6)) {
      if (walker.screen?.state.route !== way.route && !(await open('return'))) break
      for (let turn = 0; turn < 2; turn++) {
        // the words on it may be others now that it was given something
        const now = walker.tappables().find((one) => one.selector === target.selector && one.handler === target.handler && !one.disabled)
        if (!now) break
        await walker.tap(now, 'change')
        const { asked } = walker
        await walker.after(turn === 0 ? 1600 : 2500, 'change')
        if (!asked) break
        changed = true
        if (walker.screen?.state.route !== way.route && !(await open('return'))) break
      }
    }
    if (changed) await open('changed')
  }
}

interface Survey {
  readonly form: boolean
  readonly cover: boolean
  readonly shares: boolean
  /** It does something when it is shown again or left. */
  readonly returns: boolean
  readonly taps: boolean
}

/** All of it, the cheap and telling things first, and each only where there is something to do it with. */
export async function people(walker: Walker, ways: readonly Way[]): Promise<void> {
  await walker.make({ do: 'launch' }, 'launch')
  await walker.wait(1000, 'idle')
  const surveys = new Map<Way, Survey>()
  let account = false
  for (const way of ways) {
    await walker.arrive(way.route, way.queries[0] ?? '')
    await walker.wait(6000, 'idle')
    const hears = walker.screen?.state.hears ?? []
    const targets = onPage(walker)
    account ||= targets.some((one) => LOG_OUT.test(one.text) || LOG_IN.test(one.text))
    surveys.set(way, {
      form: fieldsOf(walker).length > 0 || targets.some((one) => /^(?:checkbox|radio|switch|picker)$/.test(one.tag)),
      cover: Boolean(walker.screen?.state.cover),
      shares: hears.some((name) => name.startsWith('onShare')),
      returns: hears.some((name) => name === 'onShow' || name === 'onHide'),
      taps: targets.length > 0,
    })
  }
  // of a large program the first pages, home and those that it lists first, stand for the rest
  const where = (wanted: (survey: Survey) => boolean, most = 12) => ways.filter((way) => wanted(surveys.get(way)!)).slice(0, most)
  for (const way of where((one) => one.cover)) await close(walker, way)
  if (account) await logOut(walker, ways)
  for (const way of where((one) => one.form)) await form(walker, way)
  for (const way of where((one) => one.taps, 6)) await backAndForth(walker, way)
  for (const way of where((one) => one.shares, 6)) await shares(walker, way)
  for (const way of where((one) => one.taps)) await wizard(walker, way)
  for (const way of where((one) => one.taps)) await again(walker, way, 12)
  for (const way of where((one) => one.returns, 5)) await away(walker, way, 2)
}
