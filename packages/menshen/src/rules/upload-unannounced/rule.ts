import {
  type ApiCall,
  type CallContext,
  type CopyEvidence,
  callPath,
  consentOn,
  copyOf,
  type Interpretation,
  joined,
  type ProgramModel,
  rule,
  wayBack,
  wordsIn,
} from '../kit.ts'
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

/** What a page says that sends what was picked somewhere, or needs a server for it. */
const SENDS =
  /上传|发布|提交|发送|备份|同步|云|识别|保存|完成|确定|更换|修改|换头像|头像|凭证|证件|认证|附件|评价|反馈|投稿|晒|分享|打印|检测|诊断|翻译|转换|去背|抠图|生成|处理|审核|报修|登记/
const speaksOfUpload = (program: ProgramModel, interpretation: Interpretation, copy: CopyEvidence, { root }: CallContext): boolean =>
  (root.element !== undefined && SENDS.test(wordsIn(interpretation, root.element))) ||
  copyOf(program, copy, root.unit).some(({ text }) => SENDS.test(text))
/** A statement of its own that asks for no answer: no success, no promise that anyone waits for. */
const answerUnused = (program: ProgramModel, call: ApiCall): boolean => {
  const text = program.files.text(call.at.file) ?? ''
  const before = text.slice(Math.max(0, call.at.start - 40), call.at.start).trimEnd()
  const after = text.slice(call.at.end, call.at.end + 20).trimStart()
  return (
    call.contexts.every(({ args: [options] }) => options !== undefined && options.get('success') === undefined) &&
    !/(?:await|return|=|\(|,|\?|:|=>)$/.test(before) &&
    !after.startsWith('.')
  )
}

export default rule(
  {
    clauses: ['wx-op/14.7.1'],
    needs: ['program', 'interpretation', 'copy'],
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
      'uploaded-unsaid': {
        what: { zh: '选好的图片、文件被悄悄上传', en: 'What people picked is uploaded without a word' },
        why: {
          zh: '上传须明确告诉用户；界面上没有提到上传，结果也没有用到。',
          en: 'People have to be told of an upload; nothing on screen speaks of one, and nothing is done with its answer.',
        },
        fix: {
          zh: '不需要就删去；需要时由用户点“上传”，并显示进度。',
          en: 'Remove it if it is not needed; else let people tap 上传 and show that it is going on.',
        },
      },
      'uploaded-twice': {
        what: { zh: '同一批文件可能被多次上传', en: 'The same files may be uploaded several times' },
        why: { zh: '不得重复上传相同文件。', en: 'The same file may not be uploaded again and again.' },
        fix: { zh: '上传成功后记下结果，再次提交时直接使用。', en: 'Keep the result and use it the next time.' },
      },
    },
  },
  ({ program, interpretation, copy, run }, report) => {
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
      const unsaid = call.contexts.every(({ root }) => root.kind === 'gesture' || root.kind === 'unbound')
        ? call.contexts.find(
            (context) => context.root.kind === 'gesture' && context.after.some(({ api }) => /^choose/.test(api)) && !told(context),
          )
        : undefined
      if (unsaid && answerUnused(program, call) && !speaksOfUpload(program, interpretation, copy, unsaid)) {
        both.say('uploaded-unsaid', { at: call.nameAt, ...callPath(call, unsaid) })
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
