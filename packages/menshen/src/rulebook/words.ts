/** The names that people read for the rulebook's own words. */
import type { Bound, Certainty, Force, RulebookLang, RulebookPlatform, Way, Words } from './types.ts'

export const say = (words: Words, lang: RulebookLang): string => words[lang]

export const FORCE_NAMES: Readonly<Record<Force, Words>> = {
  forbid: { zh: '禁止', en: 'forbids' },
  require: { zh: '必须', en: 'requires' },
  duty: { zh: '义务', en: 'a duty' },
  inform: { zh: '告知', en: 'informs' },
}
export const PLATFORM_NAMES: Readonly<Record<RulebookPlatform, Words>> = {
  wechat: { zh: '微信', en: 'WeChat' },
  douyin: { zh: '抖音', en: 'Douyin' },
}
export const BOUND_NAMES: Readonly<Record<Bound, Words>> = {
  'developer-code': { zh: '代码与配置', en: 'code and configuration' },
  'runtime-behaviour': { zh: '运行时表现', en: 'behaviour at run time' },
  'listing-metadata': { zh: '提审与基本信息', en: 'listing and submission' },
  'content-text': { zh: '文字内容', en: 'text shown' },
  'content-image': { zh: '图片内容', en: 'pictures shown' },
  'entity/documents': { zh: '主体与资质材料', en: 'entity and its documents' },
  operator: { zh: '运营者', en: 'operator' },
  platform: { zh: '平台流程', en: 'platform and its procedures' },
  'legal-notice': { zh: '协议双方', en: 'parties to the agreement' },
  group: { zh: '见下级条款', en: 'see the clauses below' },
}
export const WAY_NAMES: Readonly<Record<Way, Words>> = {
  static: { zh: '读代码', en: 'reading the code' },
  dynamic: { zh: '实际运行', en: 'running the program' },
  text: { zh: '查文字', en: 'reading the texts' },
  image: { zh: '查图片', en: 'looking at the pictures' },
  metadata: { zh: '对照提审信息', en: 'the listing' },
  document: { zh: '查资质文件', en: 'documents' },
  workflow: { zh: '平台流程', en: 'a platform procedure' },
  notice: { zh: '告知并留痕', en: 'a notice on record' },
  human: { zh: '人工判断', en: 'a human with the evidence' },
  group: { zh: '见下级条款', en: 'see the clauses below' },
}
export const CERTAINTY_NAMES: Readonly<Record<Certainty, Words>> = {
  high: { zh: '来源可靠', en: 'well sourced' },
  medium: { zh: '来源一般', en: 'fairly sourced' },
  low: { zh: '来源薄弱', en: 'weakly sourced' },
}

export const LABELS = {
  demands: { zh: '要求', en: 'Demands' },
  force: { zh: '效力', en: 'Force' },
  binds: { zh: '约束', en: 'Binds' },
  verify: { zh: '查验', en: 'Verified by' },
  document: { zh: '出处', en: 'Document' },
  since: { zh: '起始', en: 'In force' },
  above: { zh: '上级', en: 'Above' },
  below: { zh: '下级', en: 'Below' },
  twins: { zh: '同文', en: 'Twins' },
  related: { zh: '相关', en: 'Related' },
  overtaken: { zh: '已变', en: 'Overtaken' },
  later: { zh: '后来', en: 'Since then' },
  aliases: { zh: '别号', en: 'Quoted as' },
  source: { zh: '原文', en: 'Original' },
} as const satisfies Readonly<Record<string, Words>>
export type Label = keyof typeof LABELS
