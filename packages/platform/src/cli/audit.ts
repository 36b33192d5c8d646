/** `menshen audit`: verifies the log, or gives its head away. */
import { appendFileSync, readFileSync } from 'node:fs'
import { brokenInvariants, exportHead, genuine, type SignedHead, verifyAudit } from '../store/audit.ts'
import { flagsOf } from './flags.ts'
import { withPlace } from './place.ts'
import { type Lang, Told } from './words.ts'

const headsIn = (file: string): readonly SignedHead[] => {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    throw new Told({
      zh: `无法读取 ${file}（${(error as NodeJS.ErrnoException).code}）`,
      en: `${file} cannot be read (${(error as NodeJS.ErrnoException).code})`,
    })
  }
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line, i) => {
      try {
        const head = JSON.parse(line) as SignedHead
        if (Number.isInteger(head.seq) && /^[0-9a-f]{64}$/.test(head.hash) && typeof head.signature === 'string') return head
      } catch {
        // Told below.
      }
      throw new Told({ zh: `${file} 第 ${i + 1} 行不是链头`, en: `line ${i + 1} of ${file} is no head of the log` })
    })
}

export const auditCommand = async (argv: readonly string[], lang: Lang): Promise<number> => {
  const { values, positionals } = flagsOf(argv, { heads: { type: 'string' }, output: { type: 'string' } }, true)
  const [what] = positionals
  const zh = lang === 'zh'
  if (what === 'head')
    return withPlace(values, async ({ store }) => {
      const head = await exportHead(store)
      if (!head) throw new Told({ zh: '日志还是空的', en: 'the log is empty' }, 1)
      const line = JSON.stringify(head)
      if (typeof values.output === 'string') appendFileSync(values.output, `${line}\n`)
      else process.stdout.write(`${line}\n`)
      return 0
    })
  if (what !== 'verify') throw new Told({ zh: '请写明 verify 或 head（--help 查看用法）', en: 'say verify or head (see --help)' })
  return withPlace(values, async ({ store }) => {
    const kept = typeof values.heads === 'string' ? headsIn(values.heads) : []
    const forged = kept.filter((head) => !genuine(store, head))
    const verdict = await verifyAudit(store, kept)
    const broken = await brokenInvariants(store)
    const lines: string[] = []
    if (verdict.ok) lines.push(zh ? `日志完好，共 ${verdict.rows} 条` : `the log is sound, ${verdict.rows} rows`)
    else lines.push(zh ? `日志有问题：${JSON.stringify(verdict)}` : `the log is not sound: ${JSON.stringify(verdict)}`)
    for (const { seq } of forged) lines.push(zh ? `链头 ${seq} 不是本平台签名的` : `head ${seq} was not signed by this platform`)
    for (const one of broken) lines.push(zh ? `不应出现：${one}` : `this must not be: ${one}`)
    process.stdout.write(`${lines.join('\n')}\n`)
    return verdict.ok && forged.length === 0 && broken.length === 0 ? 0 : 1
  })
}
