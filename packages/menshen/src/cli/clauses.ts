/** `menshen clauses`: the rulebook as a list. */

import type { Lang } from '../check/types.ts'
import { nearest, shown } from '../evidence/shape.ts'
import type { Platform } from '../program/types.ts'
import { loadRulebook } from '../rulebook/index.ts'
import { chooseClauses, clausesText } from '../rulebook/render.ts'
import { EXIT, Failure } from './failure.ts'

interface Flags {
  readonly lang?: Lang
  readonly json?: boolean
  readonly platform?: Platform
  readonly document?: string
  readonly seedOnly?: boolean
}

export const clausesCommand = (words: string | undefined, flags: Flags, spoken: Lang): number => {
  const lang = flags.lang ?? spoken
  const rulebook = loadRulebook()
  const documents = rulebook.documents.map((one) => one.document)
  if (flags.document !== undefined && !documents.includes(flags.document)) {
    const meant = nearest(flags.document, documents)
    throw new Failure({
      zh: `没有 ${shown(flags.document)} 这份文件${meant ? `，是否想写 ${meant}？` : ''}（可用：${documents.join('、')}）`,
      en: `there is no document ${shown(flags.document)}${meant ? `; did you mean ${meant}?` : ''} (one of ${documents.join(', ')})`,
    })
  }
  const choice = {
    ...(flags.platform ? { platform: flags.platform } : {}),
    ...(flags.document ? { document: flags.document } : {}),
    ...(words ? { words } : {}),
    ...(flags.seedOnly ? { seedOnly: true } : {}),
  }
  const width = Math.min(process.stdout.columns ?? 100, 110)
  process.stdout.write(
    flags.json ? `${JSON.stringify(chooseClauses(rulebook, choice), null, 2)}\n` : clausesText(rulebook, choice, lang, width),
  )
  return EXIT.clear
}
