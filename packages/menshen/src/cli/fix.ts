/** `menshen check --fix`: carries out the safe fixes, reviews again, and says what was changed; with --dry-run it only shows the diff. */
import { statSync } from 'node:fs'
import { editPlaces, type FixPlan, planFixes, unifiedDiff } from '../check/fixes.ts'
import type { Lang, Text } from '../check/index.ts'
import { shown } from '../evidence/shape.ts'
import { type Refusal, replaceText } from '../io/write.ts'
import { plain } from '../report/words.ts'
import type { CheckFlags } from './check.ts'
import { Failure } from './failure.ts'
import type { Reviewed } from './review.ts'

/** Fixes that stand in each other's way are carried out one after the other; more turns than this nobody needs. */
const MOST_TURNS = 5

const REFUSED: Readonly<Record<Refusal, Text>> = {
  changed: { zh: '读取之后又被改动', en: 'it has changed since it was read' },
  link: { zh: '是符号链接', en: 'it is a symbolic link' },
  outside: { zh: '不在小程序的文件夹里', en: 'it lies outside of the program' },
  encoding: { zh: '不是 UTF-8', en: 'it is not UTF-8' },
  'no-access': { zh: '无法写入', en: 'it cannot be written' },
}

/** Says at once what cannot go together. */
export const refuseFix = (path: string, flags: CheckFlags): void => {
  if (flags.dryRun && !flags.fix) throw new Failure({ zh: '--dry-run 要和 --fix 一起用', en: '--dry-run goes with --fix' })
  if (flags.fix && flags.watch) throw new Failure({ zh: '--fix 不能和 --watch 一起用', en: '--fix does not go with --watch' })
  if (flags.fix && !statSync(path, { throwIfNoEntry: false })?.isDirectory())
    throw new Failure({
      zh: `--fix 只能修改文件夹里的小程序，${shown(path)} 不是文件夹`,
      en: `--fix changes programs in folders only; ${shown(path)} is no folder`,
    })
}

const planOf = ({ run, files }: Reviewed): FixPlan => {
  const { root } = run.program
  const listed = new Set(files.list())
  // What was read is all that may be written.
  return planFixes(run.findings, (file) => (file.startsWith(root) && listed.has(file) ? files.text(file) : undefined))
}

/** The diff of what would be changed. */
export const fixDiff = (reviewed: Reviewed): string => planOf(reviewed).patches.map(unifiedDiff).join('')

/** Carries fixes out until none is left; gives the review of what then stands. */
export const applyFixes = async (path: string, first: Reviewed, again: () => Promise<Reviewed>): Promise<Reviewed> => {
  let reviewed = first
  const { lang } = first
  const lines: string[] = []
  let changes = 0
  const refused = new Set<string>()
  for (let turn = 0; turn < MOST_TURNS; turn++) {
    const { patches, mended } = planOf(reviewed)
    let written = 0
    for (const patch of patches) {
      if (refused.has(patch.file)) continue
      const refusal = replaceText(path, patch.file, patch.before, patch.after)
      if (refusal) {
        refused.add(patch.file)
        lines.push(`! ${plain(patch.file)}  ${lang === 'zh' ? '没有修改：' : 'left alone: '}${REFUSED[refusal][lang]}`)
        continue
      }
      written += 1
      changes += patch.edits.length
      for (const [i, { line, column }] of editPlaces(patch).entries()) {
        const edit = patch.edits[i]!
        const fix = mended.find((finding) => finding.fix?.edits.some((one) => one.file === edit.file && one.start === edit.start))?.fix
        lines.push(`✔ ${plain(patch.file)}:${line}:${column}  ${plain(fix?.title[lang] ?? '')}`)
      }
    }
    if (written === 0) break
    reviewed = await again()
  }
  process.stderr.write(`${[...lines, summary(changes, lang)].join('\n')}\n`)
  return reviewed
}
const summary = (changes: number, lang: Lang): string => {
  if (changes === 0) return lang === 'zh' ? '没有可以自动修正的问题' : 'nothing that could be mended by itself'
  return lang === 'zh' ? `已自动修正 ${changes} 处` : `${changes} place${changes === 1 ? '' : 's'} mended`
}
