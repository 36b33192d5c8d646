/**
 * Makes data/likeness.json: the hashes by which component libraries, official demonstrations and starter templates are told
 * from a program's own work, and the runs of code that programs of unrelated people share.
 *
 *   node scripts/known.ts known.list
 *
 * Each line of the list is `library<TAB>id<TAB>name in Chinese<TAB>name in English<TAB>source<TAB>folder…` or
 * `program<TAB>owner<TAB>folder…`. Only hashes are written; of a file its eight least, from which no code can be had back.
 */
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { hex } from '../src/evidence/likeness/hash.ts'
import { PER_FILE } from '../src/evidence/likeness/known.ts'
import { leastOf } from '../src/evidence/likeness/sketch.ts'
import { scriptShingles, templateShingles } from '../src/evidence/likeness/words.ts'
import { scanTemplate } from '../src/program/template/scan.ts'

const DATE = '2026-11-21'
/** So many owners share a run of code before it counts as everybody's. */
const OWNERS = 4
const SKIPPED = new Set(['node_modules', '.git', 'miniprogram_npm', 'uni_modules', 'node-modules'])

function* filesBelow(folder: string, into: boolean): Generator<string> {
  for (const name of readdirSync(folder).sort()) {
    const path = join(folder, name)
    if (statSync(path).isDirectory()) {
      if (into || !SKIPPED.has(name)) yield* filesBelow(path, into)
    } else if (/\.(?:js|wxml|ttml)$/.test(name) && !/\.(?:min|test|spec)\./.test(name)) yield path
  }
}
const shinglesOf = (path: string): ReadonlySet<number> => {
  const text = readFileSync(path, 'utf8')
  return path.endsWith('.js') ? scriptShingles(text) : templateShingles(scanTemplate(path, text, () => {}))
}

const libraries = []
const owners = new Map<number, Set<string>>()
for (const line of readFileSync(process.argv[2]!, 'utf8').split('\n')) {
  const [what, ...cells] = line.split('\t')
  if (what === 'library') {
    const [id, zh, en, source, ...folders] = cells
    const files = new Set<string>()
    for (const folder of folders)
      for (const path of filesBelow(folder, true)) {
        const least = leastOf(shinglesOf(path)).slice(0, PER_FILE)
        if (least.length === PER_FILE) files.add(least.map(hex).join(''))
      }
    libraries.push({ id, title: { zh, en }, source, date: DATE, files: [...files].sort().join(' ') })
  } else if (what === 'program') {
    const [owner, ...folders] = cells
    for (const folder of folders)
      for (const path of filesBelow(folder, false))
        for (const one of shinglesOf(path)) {
          const set = owners.get(one)
          if (set) set.add(owner!)
          else owners.set(one, new Set([owner!]))
        }
  }
}
const common = [...owners].filter(([, of]) => of.size >= OWNERS).map(([one]) => one)
const out = {
  format: 'menshen-known/1',
  about: {
    zh: '已知组件库、官方示例和模板的文件特征，以及互不相干的程序共有的代码片段；只有哈希，由 scripts/known.ts 生成',
    en: 'marks of the files of known libraries, official demonstrations and templates, and runs of code that unrelated programs share; hashes only, made by scripts/known.ts',
  },
  libraries,
  common: {
    source: `shared by at least ${OWNERS} owners of public programs`,
    date: DATE,
    hashes: common
      .sort((a, b) => a - b)
      .map(hex)
      .join(''),
  },
}
writeFileSync(new URL('../data/likeness.json', import.meta.url), `${JSON.stringify(out, null, 1)}\n`)
process.stdout.write(`${libraries.map((one) => `${one.id} ${one.files.split(' ').length}`).join(', ')}; common ${common.length}\n`)
