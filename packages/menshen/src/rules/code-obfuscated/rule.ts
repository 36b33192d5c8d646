import { rule } from '../kit.ts'

/** Names that obfuscators give; a minifier writes a, b, c. */
const HEX_NAMES = /\b_0x[0-9a-f]{3,6}\b/g
const DECODERS =
  /jsjiami\.com|sojson\.v\d|\bwhile\s*\(\s*!!\[\]\s*\)|\['(?:push|shift)'\]\(\w+\['(?:push|shift)'\]\(\)\)|\\x6a\\x73\\x6a\\x69\\x61\\x6d\\x69/
const MOST = 40

export default rule(
  {
    clauses: ['wx-op/14.3.1', 'wx-op/14.3.3'],
    needs: ['program', 'interpretation'],
    since: '2026-11',
    severity: 'warning',
    confidence: 'medium',
    platforms: ['wechat'],
    partial: true,
    messages: {
      obfuscated: {
        what: { zh: '{file} 经过混淆，看不出它做什么', en: '{file} is obfuscated: what it does cannot be seen' },
        why: {
          zh: '混淆可能用来掩盖漏洞利用或恶意代码，需人工确认；单纯压缩不在此列。',
          en: 'Obfuscation may hide exploits or malicious code, so a person has to look; being minified alone is no concern.',
        },
        fix: {
          zh: '提交未混淆的代码，或说明来源并提供原始文件。',
          en: 'Submit it unobfuscated, or say where it comes from and give the original.',
        },
      },
    },
  },
  ({ program, interpretation }, report) => {
    for (const file of interpretation.scripts.keys()) {
      const text = (program.files.text(file) ?? '').slice(0, 400_000)
      const names = text.match(HEX_NAMES)?.length ?? 0
      if (names < MOST && !(names > 5 && DECODERS.test(text)) && !/jsjiami\.com|sojson\.v\d/.test(text)) continue
      report('obfuscated', { at: { file, start: 0, end: Math.min(40, text.length) }, data: { file }, verdict: 'review' })
    }
  },
)
