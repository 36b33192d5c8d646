/** Which language to speak: `--lang`, else what the environment says, else English. */
import type { Lang } from '../check/types.ts'

export const chooseLang = (argv: readonly string[], env: Readonly<Record<string, string | undefined>>): Lang => {
  const at = argv.findIndex((argument) => argument === '--lang' || argument.startsWith('--lang='))
  const given = at < 0 ? undefined : argv[at]!.startsWith('--lang=') ? argv[at]!.slice('--lang='.length) : argv[at + 1]
  if (given === 'zh' || given === 'en') return given
  const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || ''
  return /^zh/i.test(locale) ? 'zh' : 'en'
}
