import { type ApiCall, rule, type Span } from '../kit.ts'

const MODES = 'requiredBackgroundModes'
const USES: Readonly<Record<string, readonly string[]>> = {
  audio: ['getBackgroundAudioManager', 'playBackgroundAudio', 'playVoice'],
  location: ['startLocationUpdateBackground'],
  bluetooth: ['openBluetoothAdapter', 'createBLEConnection', 'createBLEPeripheralServer'],
}
const SILENT = /(?:^|[/_.-])(?:blank|silen(?:t|ce)|mute|empty|nosound|\d{1,2}s)(?:[/_.-]|$)/i
const SILENCE = /(?:^|[/_.-])(?:blank|silen(?:t|ce)|mute|empty|nosound)(?:[/_.-]|$)/i
const runs = (call: ApiCall) => call.contexts.some(({ root }) => root.kind !== 'unbound')

export default rule(
  {
    clauses: ['wx-op/14.5.1'],
    needs: ['program', 'interpretation'],
    since: '2026-11',
    severity: 'warning',
    confidence: 'medium',
    messages: {
      unused: {
        what: { zh: '声明了后台能力 {mode}，代码里却没有用到', en: 'The background mode {mode} is declared, but nothing uses it' },
        why: {
          zh: '后台运行只能用于通话、音频播放、定位等几种目的，不用就不该声明。',
          en: 'Running in the background is for calls, audio, position and little else; what is not used is not declared.',
        },
        fix: { zh: '从 requiredBackgroundModes 里删掉 {mode}。', en: 'Remove {mode} from requiredBackgroundModes.' },
      },
      'kept-awake': {
        what: {
          zh: '循环播放无声音频，让小程序在后台一直运行',
          en: 'A sound without content is looped to keep the program running in the background',
        },
        why: { zh: '后台音频只能用来真正播放音频。', en: 'Background audio is for playing something to people.' },
        fix: { zh: '去掉保活的音频，需要时在回到前台后同步。', en: 'Drop it, and sync when the program comes back.' },
      },
    },
  },
  ({ program, interpretation }, report) => {
    const value = (program.config.app.value as Record<string, unknown> | null)?.[MODES]
    const modes = Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
    if (modes.length === 0) return 'inapplicable'
    const unseen = interpretation.opaque.size > 0
    for (const [i, mode] of modes.entries()) {
      const uses = USES[mode]
      const at: Span | undefined = program.config.app.at([MODES, i])
      if (!uses || !at) continue
      if (interpretation.callsOf(...uses).some(runs)) continue
      // A library may name it by itself.
      const mentioned = interpretation.mentions.some(({ api }) => uses.includes(api))
      if (!unseen) report('unused', { at, data: { mode }, verdict: mentioned ? 'review' : 'violation' })
    }
    if (!modes.includes('audio')) return
    const sources = interpretation.callsOf('BackgroundAudioManager.src=').filter(runs)
    const asked = sources.some((call) =>
      call.contexts.some(({ root, path }) => root.kind === 'gesture' && !path.some(({ name }) => name === 'onEnded')),
    )
    const [first] = sources.filter((call) =>
      call.contexts.some(({ args: [src] }) => src?.constants.some((one) => SILENT.test(String(one)))),
    )
    // Whoever starts it: what is never anything but silence, set going again each time it ends, is not played to anybody.
    const againAtEnd = sources.some((call) => call.contexts.some(({ path }) => path.some(({ name }) => name === 'onEnded')))
    const onlySilence =
      againAtEnd &&
      sources.every((call) =>
        call.contexts.every(({ args: [src] }) => src && !src.open && src.constants.every((one) => SILENCE.test(String(one)))),
      )
    if (first && (!asked || onlySilence))
      report('kept-awake', { at: first.nameAt, related: first.contexts.slice(0, 3).map(({ root }) => ({ at: root.at })) })
    if (unseen)
      return {
        notChecked: {
          zh: '有页面未能还原，无法确认后台能力的用途',
          en: 'some pages were not understood, so the use of the background is unknown',
        },
      }
  },
)
