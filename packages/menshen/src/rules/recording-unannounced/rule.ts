import { consentOn, copyOf, joined, onEntry, rule, type Span, wayTo } from '../kit.ts'
import { recordingSeen } from './seen.ts'

const APIS = ['RecorderManager.start', 'startRecord', 'joinVoIPChat', 'CameraContext.startRecord', 'MediaRecorder.start']
const WORDS = /录音|录制|录像|语音|说话|按住|麦克风|朗读|跟读|口语|唱|K歌|通话|连麦|对讲|收音|录下|声音|发音|背诵|练声|拍视频/

export default rule(
  {
    clauses: ['wx-op/14.5.4'],
    needs: ['program', 'interpretation', 'copy'],
    wants: ['run'],
    since: '2026-11',
    severity: 'error',
    confidence: 'high',
    messages: {
      'by-itself': {
        what: { zh: '用户没有操作就开始录音（{api}）', en: 'Recording starts without the user doing anything ({api})' },
        why: { zh: '不得在用户不知情时录音。', en: 'Nobody may be recorded without knowing.' },
        fix: {
          zh: '由用户点按开始，并在页面上显示正在录音和停止按钮。',
          en: 'Start it by a tap, and show that it records, with a way to stop.',
        },
      },
      'not-said': {
        what: { zh: '点按后开始录音，页面上没有说明（{api}）', en: 'A tap starts recording, and nothing on the page says so ({api})' },
        why: { zh: '用户并不知道这一下会录音。', en: 'The user does not know that this tap records.' },
        fix: { zh: '在按钮和页面上写明录音。', en: 'Say on the button and the page that it records.' },
      },
    },
  },
  ({ program, interpretation, copy, run }, report) => {
    const both = joined(program, report)
    const played = run ? recordingSeen(program, interpretation, run, APIS) : []
    const calls = interpretation.callsOf(...APIS).filter((call) => call.contexts.some(({ root }) => root.kind !== 'unbound'))
    if (calls.length === 0 && played.length === 0) return 'inapplicable'
    const source = (at: Span) => program.files.text(at.file)?.slice(at.start, at.end) ?? ''
    for (const call of calls) {
      const data = { api: `${call.ns}.${call.api}` }
      const alone = call.contexts.filter(
        (context) =>
          (onEntry(context, interpretation, source) || context.root.kind === 'event') && !consentOn(context, interpretation)?.clears,
      )
      if (alone.length > 0) {
        const said = alone.some(({ root }) =>
          copyOf(program, copy, root.unit).some(({ text }) => /录音中|正在录音|正在录制|录制中/.test(text)),
        )
        both.say('by-itself', {
          ...wayTo(call, alone, program),
          data,
          verdict: alone.every(({ root }) => root.kind === 'event') ? 'review' : 'violation',
          confidence: said ? 'medium' : 'high',
        })
        continue
      }
      const silent = call.contexts.filter(
        (context) =>
          context.root.kind === 'gesture' &&
          !context.after.some(({ api }) => api === 'showModal') &&
          !copyOf(program, copy, context.root.unit).some(({ text }) => WORDS.test(text)),
      )
      if (silent.length > 0 && silent.length === call.contexts.filter(({ root }) => root.kind === 'gesture').length)
        both.say('not-said', { ...wayTo(call, silent, program), data, verdict: 'review', confidence: 'medium' })
    }
    for (const detail of played) both.show('by-itself', detail)
    both.done()
  },
)
