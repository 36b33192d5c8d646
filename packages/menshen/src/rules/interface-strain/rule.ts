import { type Pass, pageFile, rule, type Screen, type ShownText, screenAfter, stepsWitness, type Tappable, trusted } from '../kit.ts'

/** Of the platform's own experience score: what a finger meets is at least 20 points wide and high; a page has at most 1000 nodes, 30 levels and 60 children of one node. */
const FINGER = 20
const NODES = 1000
const DEPTH = 30
const CHILDREN = 60
/** Below this contrast most people cannot read a text at all. */
const FAINT = 1.5

const colourOf = (text: string): readonly number[] | null => {
  const parts = /^rgba?\(([^)]+)\)/
    .exec(text)?.[1]
    ?.split(/[,/\s]+/)
    .map(Number)
  return parts && parts.length >= 3 && (parts[3] ?? 1) >= 0.9 ? parts.slice(0, 3) : null
}
const light = (colour: readonly number[]): number => {
  const [r, g, b] = colour.map((one) => {
    const part = one / 255
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!
}
const between = (front: readonly number[], back: readonly number[]): number => {
  const [a, b] = [light(front), light(back)]
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}
/** A text on a picture whose colour or bustle swallows it. */
const drowned = (text: ShownText): boolean => {
  const [front, back] = [colourOf(text.color), text.ground ? colourOf(text.ground) : null]
  return (
    text.over !== undefined &&
    front !== null &&
    back !== null &&
    (between(front, back) < 2 || ((text.spread ?? 0) > 60 && between(front, back) < 3))
  )
}
/** How well a text stands out from the colour behind it; null where a picture may lie behind it, or either is not known. */
const contrastOf = (text: ShownText): number | null => {
  const [front, back] = [colourOf(text.color), colourOf(text.background)]
  return !front || !back || text.over !== undefined || front.every((one) => one > 235) ? null : between(front, back)
}
const small = (one: Tappable): boolean =>
  one.layer === 'page' &&
  one.onScreen &&
  !one.disabled &&
  one.handler !== null &&
  one.field === null &&
  Math.min(one.box.width, one.box.height) < FINGER

interface Seen {
  readonly pass: Pass
  readonly screen: Screen
  readonly step: Pass['moves'][number]
}

/** Measures of how pages are to use: for advice, and for a person to weigh. */
export default rule(
  {
    clauses: ['wx-op/15.1', 'wx-op/15.3'],
    needs: ['program', 'run'],
    since: '2026-11',
    severity: 'info',
    confidence: 'low',
    platforms: ['wechat'],
    partial: true,
    messages: {
      'targets-small': {
        what: {
          zh: '{count} 处可点的地方不到 {least} 点高或宽，如“{words}”',
          en: '{count} things to tap are less than {least} points high or wide, such as "{words}"',
        },
        why: { zh: '太小的点按区域容易点错、点不中。', en: 'What is so small is missed, or something else is hit.' },
        fix: {
          zh: '图标可以小，用内边距把可点的区域扩到 44 点左右。',
          en: 'The sign may be small; widen what can be tapped to about 44 points with padding.',
        },
      },
      'text-faint': {
        what: {
          zh: '{count} 处文字与背景几乎同色，如“{words}”',
          en: '{count} texts all but vanish on their background, such as "{words}"',
        },
        why: { zh: '对比度太低，多数人在室外看不清。', en: 'With so little contrast most people cannot read it outdoors.' },
        fix: { zh: '加深文字或换背景，对比度至少 3:1。', en: 'Darken the text or change the ground; a contrast of 3:1 is the least.' },
      },
      'text-on-picture': {
        what: { zh: '{count} 处文字压在图片上看不清，如“{words}”', en: '{count} texts on pictures are hard to read, such as "{words}"' },
        why: { zh: '文字盖住了图片，图片也让文字看不清。', en: 'The text covers the picture, and the picture drowns the text.' },
        fix: {
          zh: '在文字下面加一层半透明的底色，或把文字移到图片之外。',
          en: 'Put a half-clear ground under the text, or move it off the picture.',
        },
      },
      'page-heavy': {
        what: {
          zh: '{page} 的节点过多：共 {nodes} 个，最深 {depth} 层，同级最多 {children} 个',
          en: '{page} has many nodes: {nodes} in all, {depth} levels deep, up to {children} in one',
        },
        why: {
          zh: '节点越多渲染越慢，滚动和点按会卡顿；建议不超过 1000 个、30 层、同级 60 个。',
          en: 'The more nodes, the slower it is drawn, scrolled and tapped; 1000 in all, 30 levels and 60 in one are advised at most.',
        },
        fix: { zh: '长列表分页或只渲染看得见的部分。', en: 'Load long lists in pages, or draw only what is in sight.' },
      },
    },
  },
  ({ program, run }, report) => {
    const screens = trusted(run)
      .filter((pass) => pass.kind === 'sweep' && pass.profile === 'accept-all')
      .flatMap((pass) =>
        pass.moves.flatMap((step): Seen[] => {
          const screen = screenAfter(pass, step)
          return screen && screen.state.prompts.length === 0 ? [{ pass, screen, step }] : []
        }),
      )
    if (screens.length === 0) return
    const advise = { verdict: 'review' as const }

    const targets = new Map<string, { readonly seen: Seen; readonly one: Tappable }>()
    const texts = new Map<string, { readonly seen: Seen; readonly one: ShownText }>()
    const onPictures = new Map<string, { readonly seen: Seen; readonly one: ShownText }>()
    for (const seen of screens) {
      const route = seen.screen.state.route ?? ''
      for (const one of seen.screen.tappables ?? [])
        if (small(one)) targets.set(`${route} ${one.handler} ${one.selector.replace(/\[\d+\]/g, '')}`, { seen, one })
      for (const one of seen.screen.state.text) {
        const contrast = one.layer === 'page' && one.tag !== 'placeholder' ? contrastOf(one) : null
        if (one.layer === 'page' && drowned(one)) onPictures.set(`${route} ${one.text}`, { seen, one })
        if (contrast !== null && contrast < FAINT) texts.set(`${route} ${one.text}`, { seen, one })
      }
    }
    const say = (
      message: 'targets-small' | 'text-faint' | 'text-on-picture',
      found: readonly {
        readonly seen: Seen
        readonly one: { readonly text: string; readonly box: Tappable['box']; readonly selector?: string }
      }[],
    ) => {
      const [first] = found
      if (!first) return
      const spot = ({ seen, one }: typeof first) => ({
        page: seen.screen.state.route ?? '',
        ...(one.selector ? { selector: one.selector } : {}),
        box: [one.box.x, one.box.y, one.box.width, one.box.height] as const,
        step: seen.pass.moves.indexOf(seen.step),
      })
      report(message, {
        at: pageFile(program, first.seen.screen.state.route, spot(first)),
        related: found.slice(0, 12).map((one) => ({ at: spot(one) })),
        data: { count: `${found.length}`, least: `${FINGER}`, words: first.one.text.slice(0, 16) || '…' },
        clauses: [message === 'text-on-picture' ? 'wx-op/15.3' : 'wx-op/15.1'],
        witness: stepsWitness(first.seen.pass, first.seen.step),
        ...advise,
      })
    }
    say('targets-small', [...targets.values()])
    say('text-faint', [...texts.values()])
    say('text-on-picture', [...onPictures.values()])

    const heavy = new Map<string, Seen>()
    for (const seen of screens) {
      const { route, nodes, depth, widest } = seen.screen.state
      if (
        route &&
        (nodes > NODES || depth > DEPTH || (widest > CHILDREN && nodes > NODES / 2)) &&
        nodes > (heavy.get(route)?.screen.state.nodes ?? 0)
      )
        heavy.set(route, seen)
    }
    for (const [page, { pass, screen, step }] of [...heavy].slice(0, 10))
      report('page-heavy', {
        at: pageFile(program, page, { page }),
        clauses: ['wx-op/15.1'],
        data: { page, nodes: `${screen.state.nodes}`, depth: `${screen.state.depth}`, children: `${screen.state.widest}` },
        witness: stepsWitness(pass, step),
        ...advise,
      })
  },
)
