/** Engines for tests: a package that looks like the checker and does what a test wants done. */
import { chmodSync, cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** A result in which nothing was found. */
export const CLEAR = {
  format: 'menshen-check/1',
  tool: { name: 'menshen', version: '0.0.1' },
  program: {
    name: 'tea',
    root: '',
    platform: 'wechat',
    framework: 'native',
    pages: 1,
    components: 0,
    files: 6,
    bytes: 100,
    digest: '0'.repeat(64),
  },
  editions: { 'wx-op': '2018-09' },
  profiles: [],
  outcomes: {},
  findings: [],
  coverage: [],
  evidence: [{ kind: 'run', collector: 'run@0.0.1', at: '2026-11-23T02:00:00.000Z', status: 'collected' }],
  problems: [],
  incomplete: [],
}
/** A finding that leads to refusal. */
export const FINDING = {
  rule: 'location-asked-early',
  message: { id: 'early', data: {} },
  what: { zh: '一打开就要位置', en: 'asks for a position as it opens' },
  why: { zh: '没有说明用途', en: 'it does not say what for' },
  mend: { zh: '点按之后再问', en: 'ask after a tap' },
  verdict: 'violation',
  severity: 'error',
  confidence: 'high',
  clauses: [{ id: 'wx-op/12.4.1', edition: '2018-09' }],
  places: [{ file: 'pages/home/home.js', start: { line: 1, column: 1 }, end: { line: 1, column: 5 } }],
  fingerprint: 'f1'.repeat(16),
}

/** A package of the checker whose program is this text; `args`, `save(result)`, `fs` and `path` are at its hand. */
export const engineOf = (script: string): string => {
  const folder = mkdtempSync(join(tmpdir(), 'menshen-engine-'))
  chmodSync(folder, 0o755)
  const real = dirname(createRequire(import.meta.url).resolve('menshen/package.json'))
  mkdirSync(join(folder, 'bin'))
  mkdirSync(join(folder, 'data', 'rulebook'), { recursive: true })
  mkdirSync(join(folder, 'data', 'schema'))
  cpSync(join(real, 'data', 'schema', 'menshen-check-1.schema.json'), join(folder, 'data', 'schema', 'menshen-check-1.schema.json'))
  writeFileSync(join(folder, 'data', 'rulebook', 'a.json'), '{}')
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'menshen', version: '0.0.1', type: 'module' }))
  writeFileSync(
    join(folder, 'bin', 'menshen.js'),
    `import fs from 'node:fs'
import path from 'node:path'
const args = process.argv.slice(2)
const platform = args[args.indexOf('--platform') + 1]
const running = args.includes('--save-evidence')
const CLEAR = ${JSON.stringify(CLEAR)}
const FINDING = ${JSON.stringify(FINDING)}
const save = (result) => fs.writeFileSync('result.json', typeof result === 'string' ? result : JSON.stringify(result))
const clear = (more = {}) => save({ ...CLEAR, program: { ...CLEAR.program, platform }, ...more })
if (args[0] === 'compare') { console.log(JSON.stringify({ score: 0.1 })); process.exit(0) }
${script}
`,
  )
  return folder
}
