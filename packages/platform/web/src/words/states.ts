/** What states and events of a version are called, for where the server says only their ids. A test holds it to the platform's own table. */
import type { Text } from '../../../src/contract/index.ts'

export const VERSION_STATES: Readonly<Record<string, Text>> = {
  uploading: { zh: '上传中', en: 'being uploaded' },
  quarantined: { zh: '安全检查中', en: 'being opened safely' },
  'refused-intake': { zh: '代码包未被接收', en: 'package not accepted' },
  checked: { zh: '待提交', en: 'ready to submit' },
  trial: { zh: '体验版', en: 'trial version' },
  'in-auto': { zh: '自动审核中', en: 'automated review' },
  'auto-ok': { zh: '自动审核无异常', en: 'automated review found nothing' },
  'awaiting-human': { zh: '等待人工审核', en: 'waits for a reviewer' },
  'in-human': { zh: '人工审核中', en: 'with a reviewer' },
  held: { zh: '待第二人确认', en: 'waits for a second person' },
  'needs-info': { zh: '待开发者补充', en: 'waits for the developer' },
  postponed: { zh: '暂缓审核', en: 'postponed' },
  approved: { zh: '审核通过，待发布', en: 'approved, to be released' },
  rejected: { zh: '审核未通过', en: 'refused' },
  withdrawn: { zh: '已撤回', en: 'withdrawn' },
  superseded: { zh: '被新的提交取代', en: 'replaced by a newer submission' },
  gray: { zh: '灰度发布中', en: 'gray release' },
  live: { zh: '已发布', en: 'live' },
  warned: { zh: '限期整改', en: 'to be mended by a date' },
  retired: { zh: '历史版本', en: 'former version' },
  pulled: { zh: '已下架', en: 'pulled' },
}
