/**
 * The tables of the guides that follow from the code: roles, keys, limits, promises. They stand between
 * `<!-- name -->` and `<!-- /name -->`; `npm run guides --workspace packages/platform` writes them anew, and a test holds them to it.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { PROMISES, type Promised } from '../src/domain/deadlines.ts'
import { expediteQuota, SUBMISSIONS, WITHDRAWALS } from '../src/domain/quota.ts'
import { PERMISSIONS, permissionName, rolesWith } from '../src/domain/roles.ts'
import { ROLE_NAMES, ROLES, type Text } from '../src/domain/words.ts'
import { RATES } from '../src/http/options.ts'
import { PACKAGE_LIMITS } from '../src/intake/limits.ts'

export type Lang = 'zh' | 'en'
export const GUIDES = fileURLToPath(new URL('../../../docs/guides/', import.meta.url))
export const guideFile = (name: string, lang: Lang): string => `${GUIDES}${name}.${lang}.md`

type Row = readonly string[]
const table = (head: Row, rows: readonly Row[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n')
const told = (lang: Lang, zh: string, en: string): string => (lang === 'zh' ? zh : en)

const EVERYBODY = ROLES.filter((role) => role !== 'system')
const SIGNED_IN = EVERYBODY.filter((role) => role !== 'visitor' && role !== 'complainant')
const rolesTable = (lang: Lang): string =>
  table(
    [told(lang, '可以做什么', 'what'), told(lang, '权限', 'permission'), told(lang, '谁', 'who')],
    PERMISSIONS.map((permission) => {
      const roles = rolesWith(permission)
      const who =
        roles.length === EVERYBODY.length
          ? told(lang, '所有人', 'everybody')
          : SIGNED_IN.length === roles.length && SIGNED_IN.every((role) => roles.includes(role))
            ? told(lang, '所有登录的人', 'whoever is signed in')
            : roles.map((role) => ROLE_NAMES[role][lang]).join(told(lang, '、', ', '))
      return [permissionName(permission)[lang], `\`${permission}\``, who]
    }),
  )

interface Key {
  readonly key: string
  readonly held?: true
  readonly name: Text
}
const keysTable = async (lang: Lang): Promise<string> => {
  const { KEYS, capOf } = (await import(new URL('../web/src/workbench/keys.ts', import.meta.url).href)) as {
    readonly KEYS: readonly Key[]
    readonly capOf: (key: Key) => string
  }
  return table(
    [told(lang, '键', 'key'), told(lang, '作用', 'does')],
    KEYS.map((key) => [`\`${capOf(key)}\``, key.name[lang]]),
  )
}

const mb = (bytes: number): string => `${bytes / 1_000_000} MB`
const limitsTable = (lang: Lang): string => {
  const { archiveBytes, files, fileBytes, bytes, ratio, depth, pathBytes } = PACKAGE_LIMITS
  const period = ({ most, name }: { readonly most: number; readonly name: Text }): Row => [name[lang], String(most)]
  const expedited = (kind: 'person' | 'organisation') => expediteQuota(kind, 0)[0]!.most
  return table(
    [told(lang, '限制', 'limit'), told(lang, '最多', 'at most')],
    [
      [told(lang, '代码包（zip）', 'package (zip)'), mb(archiveBytes)],
      [told(lang, '包内文件数', 'files in it'), String(files)],
      [told(lang, '单个文件', 'one file'), mb(fileBytes)],
      [told(lang, '解压后合计', 'all files, unpacked'), mb(bytes)],
      [told(lang, '压缩比', 'unpacked to packed'), `${ratio} : 1`],
      [told(lang, '文件夹层数', 'folders in folders'), String(depth)],
      [told(lang, '路径长度', 'length of a path'), `${pathBytes} ${told(lang, '字节', 'bytes')}`],
      ...SUBMISSIONS.map(period),
      ...WITHDRAWALS.map(period),
      [
        told(lang, '每年加急', 'expedited reviews a year'),
        told(
          lang,
          `个人 ${expedited('person')}，组织 ${expedited('organisation')}（连续通过每满 10 次加 1，最多加 3）`,
          `${expedited('person')} for a person, ${expedited('organisation')} for an organisation (one more for every 10 approvals in a row, 3 more at most)`,
        ),
      ],
      [told(lang, '每个账号每小时上传', 'uploads an hour, by account'), String(RATES.upload.most)],
      [told(lang, '每个令牌每分钟请求', 'requests a minute, by token'), String(RATES.token.most)],
    ],
  )
}

const PROMISED: Readonly<Partial<Record<Promised, Text>>> = {
  'entity-check': { zh: '主体核验', en: 'check of an entity' },
  'document-check': { zh: '资质核对', en: 'check of a document' },
  certification: { zh: '认证决定', en: 'decision on a certification' },
  review: { zh: '人工审核', en: 'review by a person' },
  expedited: { zh: '加急审核', en: 'expedited review' },
  'second-person': { zh: '第二人确认', en: 'second person' },
  reply: { zh: '开发者回复审核员', en: 'the developer’s answer to a reviewer' },
}
const promisesTable = (lang: Lang): string =>
  table(
    [told(lang, '事项', 'what'), told(lang, '期限', 'within')],
    (Object.entries(PROMISED) as [Promised, Text][]).map(([promised, name]) => {
      const one: { workingDays?: number; serviceHours?: number; hours?: number; days?: number } = PROMISES[promised]
      const span =
        one.workingDays !== undefined
          ? told(lang, `${one.workingDays} 个工作日`, `${one.workingDays} working day${one.workingDays === 1 ? '' : 's'}`)
          : one.serviceHours !== undefined
            ? told(lang, `${one.serviceHours} 个服务小时（每天 9 点至 24 点）`, `${one.serviceHours} hours of service (daily from 9 to 24)`)
            : told(lang, `${one.days} 天`, `${one.days} days`)
      return [name[lang], span]
    }),
  )

const SECTIONS: Readonly<Record<string, (lang: Lang) => string | Promise<string>>> = {
  roles: rolesTable,
  keys: keysTable,
  limits: limitsTable,
  promises: promisesTable,
}
/** A guide with its tables as the code has them. */
export const filled = async (text: string, lang: Lang): Promise<string> => {
  let out = text
  for (const [name, make] of Object.entries(SECTIONS)) {
    const [open, close] = [`<!-- ${name} -->\n`, `\n<!-- /${name} -->`]
    const [from, to] = [out.indexOf(open), out.indexOf(close)]
    if (from >= 0 && to >= from) out = out.slice(0, from + open.length) + (await make(lang)) + out.slice(to)
  }
  return out
}
export const NAMES = ['developers', 'reviewers', 'operators'] as const

if (process.argv[1] === fileURLToPath(import.meta.url))
  for (const name of NAMES)
    for (const lang of ['zh', 'en'] as const) {
      const file = guideFile(name, lang)
      writeFileSync(file, await filled(readFileSync(file, 'utf8'), lang))
    }
