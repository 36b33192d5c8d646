/** Publishing where users can publish: a harmless text and picture, then an improper one, each marked, with a look whether it shows before anybody can have checked it. */
import type { Tappable } from '../evidence/run.ts'
import type { Way } from './sweep.ts'
import type { Walker } from './walker.ts'

/** What a reviewer's test post reads like. The mark makes it findable on a screen and in a request. */
export const POSTS = {
  harmless: '门神测试甲 今天的云很好看',
  improper: '门神测试乙 加微信线上赌场稳赢 裸聊约炮',
} as const

const SEND = /发布|发送|发表|提交|评论|回复|留言|完成|保存|发$|贴|挂/
const SPEECH = /说|写|评论|留言|内容|回复|想法|分享|标题|便签|心得|描述|介绍|一句|发/

const speaks = (field: Tappable): boolean =>
  field.field === 'textarea' || (field.field === 'text' && SPEECH.test(field.text)) || field.field === 'text'

/** What adds a picture to a post: by its words, or by the name of what it does. */
const PICTURE = /图|照片|相片|相册|拍照|影像/
const PLUS = /^[+＋]$/
const CHOOSES = /choose|pick|photo|image|img|album|camera|pic(?![a-z])|upload/i
const adds = (one: Tappable): boolean =>
  one.field === null &&
  one.layer === 'page' &&
  !one.disabled &&
  one.text.length <= 16 &&
  (PICTURE.test(one.text) || PLUS.test(one.text) || CHOOSES.test(one.handler ?? ''))
const picker = (walker: Walker): Tappable | undefined => {
  const all = walker.tappables().filter(adds)
  return all.find((one) => CHOOSES.test(one.handler ?? '')) ?? all[0]
}

/** True when the page has somewhere to write, or a picture to add, and something to send it with. */
const canPost = (walker: Walker): boolean =>
  (walker.tappables().some((one) => one.field !== null && speaks(one)) || picker(walker) !== undefined) &&
  walker.tappables().some((one) => one.field === null && SEND.test(one.text))

async function post(walker: Walker, way: Way, text: string, purpose: string, withPicture = true): Promise<boolean> {
  const fields = walker.tappables().filter((one) => one.field !== null && speaks(one))
  for (const field of fields.slice(0, 3)) {
    const now = walker.tappables().find((one) => one.selector === field.selector)
    if (now) await walker.make({ do: 'input', selector: now.selector, value: text }, purpose, now)
  }
  const album = withPicture ? picker(walker) : undefined
  if (album) {
    await walker.tap(album, purpose)
    await walker.wait(900, purpose)
    // what looked like an album led elsewhere
    if (walker.screen?.state.route !== way.route) {
      await walker.open(way.route, way.queries[0] ?? '', 'return')
      return post(walker, way, text, purpose, false)
    }
  }
  const send = walker
    .tappables()
    .findLast(
      (one) => one.field === null && one.layer === 'page' && SEND.test(one.text) && !one.disabled && one.selector !== album?.selector,
    )
  if (!send) return false
  await walker.tap(send, purpose)
  await walker.after(2500, purpose)
  return true
}

export async function posting(walker: Walker, ways: readonly Way[]): Promise<void> {
  await walker.make({ do: 'launch' }, 'launch')
  await walker.wait(800, 'idle')
  for (const way of ways) {
    await walker.open(way.route, way.queries[0] ?? '')
    await walker.wait(800, 'idle')
    if (!canPost(walker)) continue
    for (const [name, text] of Object.entries(POSTS)) {
      if (walker.screen?.state.route !== way.route) await walker.open(way.route, way.queries[0] ?? '', 'return')
      if (!(await post(walker, way, text, `post-${name}`))) break
      // whoever reads comes to the pages anew
      const after = walker.screen?.state.route
      const others = ways.filter((other) => other !== way && other.route !== after).slice(0, 4)
      for (const where of [after ?? way.route, ...(after === way.route ? [] : [way.route]), ...others.map((other) => other.route)]) {
        await walker.open(where, ways.find((other) => other.route === where)?.queries[0] ?? '', `posted-${name}`)
        await walker.wait(1200, `posted-${name}`)
      }
    }
  }
}
