import {
  attributeOf,
  attributeSetByGesture,
  type CallContext,
  callPath,
  drawnByGesture,
  drawnIn,
  type Guard,
  joined,
  plainAttribute,
  rule,
  setByGesture,
  tagged,
  tagSpan,
} from '../kit.ts'
import { playingSeen } from './seen.ts'

const PLAYERS = ['video', 'audio', 'live-player', 'channel-video']
const STARTS = /^(?:\w*(?:Audio|Video|LivePlayer|Live|Voice|Music)\w*\.play|playVoice|playBackgroundAudio|BackgroundAudioManager\.src=)$/
const AUTOPLAY = /^\w*Audio\w*\.autoplay=$/
const SOURCE = /^\w*Audio\w*\.src=$/
const off = (value: string | undefined) => value !== undefined && /^\{\{\s*(false|0|''|"")\s*\}\}$/.test(value)

/** A mark of the script itself that some function raises: whoever wanted the sound may have raised it. */
const isRaised = (text: string, condition: string): boolean => {
  const name = /^([\w$]+)(?:\[[^\]]*\]|\.[\w$]+)*$/.exec(condition.trim())?.[1]
  return (
    name !== undefined &&
    new RegExp(`(?:^|[^\\w$.])${name.replaceAll('$', '\\$')}(?:\\[[^\\]]*\\]|\\.[\\w$]+)*\\s*=\\s*(?:true|!0)\\b`).test(text)
  )
}

export default rule(
  {
    clauses: ['wx-op/14.5.3'],
    needs: ['program', 'interpretation'],
    wants: ['run'],
    since: '2026-11',
    severity: 'warning',
    confidence: 'high',
    messages: {
      'player-autoplay': {
        what: { zh: '<{tag}> 一打开页面就自动播放', en: '<{tag}> starts playing as soon as the page opens' },
        why: { zh: '音视频须由用户点按后才播放，不得自动播放。', en: 'Sound and video may play only after the user asks for it.' },
        fix: {
          zh: '去掉 autoplay（引号里的 false 是字符串，仍算真），改为点按播放。',
          en: 'Remove autoplay (a plain false in quotes is a text, and true) and play on a tap.',
        },
      },
      'sound-started': {
        what: { zh: '没有点按就开始播放（{api}）', en: 'Playing starts without a tap ({api})' },
        why: {
          zh: '音视频须由用户点按后才播放，不得随页面打开或定时播放。',
          en: 'Sound and video may play only after a tap, not when a page opens or a timer fires.',
        },
        fix: { zh: '把播放放到点按事件里；页面打开时只做准备。', en: 'Play from a tap handler; when the page opens, only prepare.' },
      },
    },
  },
  ({ program, interpretation, run }, report) => {
    const both = joined(program, report)
    let seen = false
    const computed = interpretation.shown.filter(({ slot }) => slot === 'autoplay')
    for (const { element, file } of tagged(program, ...PLAYERS)) {
      seen = true
      const autoplay = attributeOf(element, 'autoplay')
      if (!autoplay || off(autoplay.value ?? undefined)) continue
      // A renderer of rich text plays what the text says.
      if (/\battrs\s*\.\s*autoplay/.test(autoplay.value ?? '')) continue
      const values = computed.flatMap((shown) => (shown.element === element ? [shown.value] : []))
      // What nobody worked out, no page of ours draws.
      if (values.length === 0 && autoplay.value?.includes('{{')) continue
      if (values.length > 0 && values.every((value) => !value.open && value.constants.every((one) => !one))) continue
      const source = attributeOf(element, 'src')
      const units = drawnIn(program, interpretation, file, element).filter(
        (unit) =>
          !drawnByGesture(program, interpretation, unit, element) &&
          !attributeSetByGesture(program, interpretation, unit, autoplay) &&
          !(source && attributeSetByGesture(program, interpretation, unit, source)),
      )
      if (units.length === 0) continue
      const muted = plainAttribute(element, 'muted') !== undefined
      const certain = values.length === 0 || values.some((value) => value.constants.some(Boolean))
      // What a library's component plays is decided where it is used.
      if (!certain && file.includes('miniprogram_npm/')) continue
      const first = units.some((unit) => unit.base === program.home || program.tabBar.some((tab) => tab.page === unit.base))
      // Silent pictures that move, a live room that was opened to be watched, and a value that only the server knows are for a human.
      const review = muted || !certain || (element.tag === 'live-player' && !first)
      both.say('player-autoplay', {
        at: tagSpan(element, file),
        data: { tag: element.tag },
        related: [{ at: { file, start: autoplay.start, end: autoplay.end } }],
        ...(review ? { verdict: 'review' as const, confidence: 'medium' as const } : {}),
      })
    }

    const calls = interpretation.calls.filter(({ api }) => STARTS.test(api) || AUTOPLAY.test(api))
    seen ||= calls.length > 0
    const sourced = interpretation.calls.filter(({ api }) => SOURCE.test(api))
    const started = new Set<string>()
    for (const call of calls) {
      const wanted = (guard: Guard, base: string) => {
        if (guard.origins.some((origin) => origin.source === 'event')) return true
        const unit = [program.app, ...program.pages, ...program.components.values()].find((one) => one.base === base)
        const names = guard.holds ? [...guard.source.matchAll(/\b\w+\.data\.([\w$]+)/g)].map((match) => match[1]!) : []
        return unit !== undefined && names.some((name) => setByGesture(program, interpretation, unit, name))
      }
      /** An observer of a property whose owner sets it in a tap as well. */
      const setByTap = ({ root }: CallContext): boolean => {
        if (root.kind !== 'observer') return false
        const name = /\{\{[\s!]*([A-Za-z_$][\w$]*)/.exec(program.files.text(root.at.file)?.slice(root.at.start, root.at.end) ?? '')?.[1]
        return (
          name !== undefined &&
          interpretation.writes.some(
            ({ unit, path, root: by }) => unit.template === root.at.file && by.kind === 'gesture' && path?.split(/[.[]/)[0] === name,
          )
        )
      }
      const context = call.contexts.find(
        ({ root, guards, args, after }) =>
          ['lifecycle', 'module', 'observer'].includes(root.kind) &&
          // The next piece after one that somebody had started.
          !after.some(({ api }) => /\.on(?:Ended|Stop|Pause|Next|Prev)$/.test(api)) &&
          !guards.some((guard) => wanted(guard, root.unit.base)) &&
          (!call.api.endsWith('=') || !args[0] || args[0].open || args[0].constants.some(Boolean)),
      )
      if (!context) continue
      if (AUTOPLAY.test(call.api)) {
        // Set ahead for a sound whose address comes with a tap: nothing plays yet.
        const given = sourced.filter((one) => one.at.file === call.at.file)
        if (given.length > 0 && !given.some((one) => one.contexts.some(({ root }) => root.kind !== 'gesture'))) continue
      }
      const key = `${call.at.file} ${context.root.at.file} ${context.root.at.start}`
      if (started.has(key)) continue
      started.add(key)
      // A setting that was saved earlier may be the user's own wish; a flag of the page or a property that its owner sets may follow a tap.
      const text = program.files.text(call.at.file) ?? ''
      const saved =
        setByTap(context) ||
        context.guards.some((guard) => guard.holds && isRaised(text, guard.source)) ||
        context.guards.some(
          (guard) =>
            guard.holds &&
            (/\b\w+\.data\.\w/.test(guard.source) ||
              guard.origins.some((origin) => origin.source === 'storage' || origin.source === 'query')),
        )
      both.say('sound-started', {
        at: call.nameAt,
        data: { api: call.api.replace('=', '') },
        ...callPath(call, context),
        ...(saved ? { verdict: 'review' as const, confidence: 'medium' as const } : {}),
      })
    }
    for (const { message, detail } of run ? playingSeen(program, interpretation, run) : []) {
      seen = true
      both.show(message, detail)
    }
    both.done()
    if (!seen) return 'inapplicable'
  },
)
