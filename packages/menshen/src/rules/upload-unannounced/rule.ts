import { type CallContext, callPath, consentOn, joined, rule, wayBack } from '../kit.ts'
import { uploadsSeen } from './seen.ts'

const TELLS = new Set(['showLoading', 'showToast', 'showModal', 'showActionSheet', 'showNavigationBarLoading'])
const UPLOADS = ['uploadFile', 'cloud.uploadFile']
const FORGETS = /splice\(|\.length\s*=\s*0|\.shift\(|\.pop\(|\.clear\(|\.delete\(|\.has\(|\.filter\(/
const PICKS = /^choose|MediaContainer|^CameraContext\.|RecorderManager|canvasToTempFilePath/

/** A camera that the program itself lets go off shows nobody what it took. */
const SNAPS = /^CameraContext\.(?:takePhoto|startRecord|stopRecord)$/

/** What goes up was picked elsewhere, and reaches a component by its property: whoever hands it over is asked there. */
const handedOver = ({ args: [options], root }: CallContext): boolean => {
  const path = options?.get('filePath')
  if (root.unit.kind !== 'component' || !path) return false
  // The property's own empty default is no file.
  if (!path.open && path.constants.every((one) => one === '')) return true
  return path.origins.some((origin) => wayBack([origin]).some(({ source, name }) => source === 'property' || PICKS.test(name)))
}

export default rule(
  {
    clauses: ['wx-op/14.7.1'],
    needs: ['program', 'interpretation'],
    wants: ['run'],
    since: '2026-11',
    severity: 'warning',
    confidence: 'medium',
    platforms: ['wechat'],
    messages: {
      'uploaded-unasked': {
        what: { zh: '没有用户操作就上传文件', en: 'A file is uploaded although nobody did anything' },
        why: {
          zh: '上传须让用户知道，同一文件也不得重复上传。',
          en: 'People have to see that something is uploaded, and no file may go twice.',
        },
        fix: {
          zh: '在用户提交时上传，显示“上传中”，并记住已传的文件。',
          en: 'Upload when the user submits, show that it is going on, and remember what was sent.',
        },
      },
      'uploaded-twice': {
        what: { zh: '同一批文件可能被多次上传', en: 'The same files may be uploaded several times' },
        why: { zh: '不得重复上传相同文件。', en: 'The same file may not be uploaded again and again.' },
        fix: { zh: '上传成功后记下结果，再次提交时直接使用。', en: 'Keep the result and use it the next time.' },
      },
    },
  },
  ({ program, interpretation, run }, report) => {
    const both = joined(program, report)
    const played = run ? uploadsSeen(program, run, UPLOADS) : []
    const calls = interpretation
      .callsOf(...UPLOADS)
      .filter(({ at, contexts }) => !program.vendored.has(at.file) && contexts.some(({ root }) => root.kind !== 'unbound'))
    if (calls.length === 0 && played.length === 0) return 'inapplicable'
    /** Something on screen tells of it: a dialog or a loading sign started from the same root. */
    const told = (context: CallContext) =>
      interpretation
        .callsOf(...TELLS)
        .some(({ contexts }) =>
          contexts.some(({ root }) => root.at.file === context.root.at.file && root.at.start === context.root.at.start),
        ) || context.after.some(({ api }) => TELLS.has(api))
    for (const call of calls) {
      const unasked = call.contexts.find(
        (context) =>
          ['lifecycle', 'module', 'observer', 'unload', 'event'].includes(context.root.kind) &&
          // What a component tells may well be that somebody picked a file in it.
          !(context.root.kind === 'event' && context.root.element?.tag.includes('-')) &&
          !consentOn(context, interpretation)?.clears &&
          !context.after.some((one) => PICKS.test(one.api) && !(SNAPS.test(one.api) && context.after.indexOf(one) === 0)) &&
          !handedOver(context),
      )
      if (unasked && !told(unasked)) {
        const kept = unasked.path.some(({ how }) => how === 'timer')
        both.say('uploaded-unasked', {
          at: call.nameAt,
          ...callPath(call, unasked),
          ...(kept || unasked.root.kind === 'lifecycle' ? {} : { verdict: 'review' as const }),
        })
        continue
      }
      const again = call.contexts.find(
        ({ path, after, guards }) =>
          after.some((one) => one.at.file === call.at.file && one.at.start === call.at.start) &&
          path.some(({ how }) => how === 'timer') &&
          !guards.some(({ source }) => /retry|times|count|tries|[<>]/i.test(source)),
      )
      if (again) {
        both.say('uploaded-twice', { at: call.nameAt, ...callPath(call, again) })
        continue
      }
      const roots = new Set(
        call.contexts.filter(({ root }) => root.kind === 'gesture').map(({ root }) => `${root.at.file}:${root.at.start}`),
      )
      const queued = call.contexts.find(
        ({ path, after, root }) => root.kind === 'gesture' && path.some(({ name }) => /forEach|map/.test(name)) && after.length === 0,
      )
      if (roots.size < 2 || !queued || call.contexts.some(told)) continue
      // Nothing ever leaves the queue, and nothing remembers what was sent.
      const kept = !FORGETS.test(program.files.text(call.at.file) ?? '')
      both.say('uploaded-twice', { at: call.nameAt, ...callPath(call, queued), ...(kept ? {} : { verdict: 'review' as const }) })
    }
    for (const { message, detail } of played) both.show(message, detail)
    both.done()
  },
)
