import { callPath, checkedBeforeShown, joined, publicationsOf, rule } from '../kit.ts'
import { seenPosts } from './run.ts'

export default rule(
  {
    clauses: ['wx-op/9.2', 'later/content-check-before-shown', 'later/user-content-declared', 'later/douyin-user-content'],
    needs: ['program', 'interpretation'],
    wants: ['run'],
    since: '2026-11',
    severity: 'error',
    confidence: 'medium',
    messages: {
      unchecked: {
        what: { zh: '用户写的内容没有经过检测就发布（{target}）', en: 'What users write is published without any check ({target})' },
        why: {
          zh: '内容须在任何人看到之前完成检测；审核员会投放违规文字来试。整条路径都在代码里，没有看到检测。',
          en: 'Content has to be checked before anyone sees it, and reviewers post improper text to try it. The whole way lies in the code, and nothing on it checks.',
        },
        fix: {
          zh: '在云函数或服务器里先调用内容安全接口（文字 msgSecCheck 2.0、图片 mediaCheckAsync；抖音用 censor 接口），通过后再写入。',
          en: 'Call the content-safety interface in the cloud function or on the server first (msgSecCheck 2.0 for text, mediaCheckAsync for pictures; censor on Douyin), and write only what passes.',
        },
      },
      'shown-at-once': {
        what: { zh: '违规的测试文字发布后直接显示在 {page}', en: 'An improper test text shows on {page} as soon as it is published' },
        why: {
          zh: '审核员会投放违规文字：没有经过检测就展示，说明缺少过滤机制。',
          en: 'Reviewers publish improper words: what shows unchecked has no filter before it.',
        },
        fix: {
          zh: '先检测再展示；检测完成前只让本人看到“审核中”。',
          en: 'Check first and show then; until it is done only the author sees it, marked as waiting.',
        },
      },
      'picture-at-once': {
        what: { zh: '图片上传后直接公开（“{text}”），没有检测', en: 'A picture is public as soon as it is uploaded ("{text}"), unchecked' },
        why: { zh: '图片同样要在任何人看到之前完成检测。', en: 'Pictures have to be checked before anyone sees them as well.' },
        fix: {
          zh: '上传后先送检（如 mediaCheckAsync），通过后再公开。',
          en: 'Have it checked after the upload (mediaCheckAsync), and publish what passes.',
        },
      },
      'check-unseen': {
        what: {
          zh: '用户可以发布内容（{target}），代码里看不到检测',
          en: 'Users can publish content ({target}), and no check is to be seen',
        },
        why: {
          zh: '检测可能在服务器上做，包里看不到；提审时须说明用户内容场景和安全机制。',
          en: 'A server that is not part of the package may check it; a submission has to declare the scene and how it is kept safe.',
        },
        fix: {
          zh: '确认服务器先检测后展示，并在后台声明用户生成内容场景。',
          en: 'Make sure that the server checks before it shows, and declare the scene of user content.',
        },
      },
    },
  },
  ({ program, interpretation, run }, tell) => {
    const { say: report, show, done } = joined(program, tell)
    const seenNow = run ? seenPosts(program, run) : []
    const finish = (): void => {
      for (const { message, data, detail } of seenNow) show(message, { ...detail, data })
      done()
    }
    const publications = publicationsOf(program, interpretation)
    if (publications.length === 0) {
      finish()
      if (seenNow.length > 0) return
      if (interpretation.opaque.size > 0)
        return {
          notChecked: { zh: '有页面未能还原，不知道用户能否发布内容', en: 'some pages were not understood; users may publish there' },
        }
      return 'inapplicable'
    }
    const seen = new Set<string>()
    for (const publication of publications) {
      const { call, context, target, shownAt, way } = publication
      const key = target || `${call.at.file}:${call.at.start}`
      const checked = checkedBeforeShown(program, interpretation, publication)
      if (checked === 'yes' || seen.has(key)) continue
      seen.add(key)
      const path = callPath(call, context)
      const sure = checked === 'no' && way !== 'upload'
      // What a run showed needs no guess about the server.
      if (!sure && seenNow.length > 0) continue
      report(sure ? 'unchecked' : 'check-unseen', {
        at: call.nameAt,
        data: { target: target || `${call.ns}.${call.api}` },
        witness: path.witness,
        related: [...path.related, ...(shownAt ? [{ at: shownAt, note: { zh: '这里展示给其他人', en: 'shown to others here' } }] : [])],
        verdict: sure ? 'violation' : 'review',
        ...(sure ? {} : { severity: 'warning' as const, confidence: 'low' as const }),
      })
    }
    finish()
  },
)
