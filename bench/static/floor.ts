/**
 * The floor that a static check cannot go below: reading a program's text files, or reading them and parsing each by
 * its own parser (scripts to a full tree, templates, styles, JSON), and nothing else. `scripts` parses the scripts only.
 * Modules of the product are bundled into one file first (run.ts), so that loading them costs what it costs the check.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync } from 'oxc-parser'
import { readJson } from '../../packages/menshen/src/program/json.ts'
import { parseStyle, scanStyle } from '../../packages/menshen/src/program/style.ts'
import { scanTemplate } from '../../packages/menshen/src/program/template/scan.ts'

const [, , mode, root] = process.argv
const TEXT = /\.(?:js|ts|json|wxml|ttml|wxss|ttss|wxs|sjs)$/
const files: [string, string][] = []
const walk = (dir: string): void => {
  for (const entry of readdirSync(dir, { withFileTypes: true })) {
    if (entry.name === '.git' || entry.name === 'node_modules' || entry.isSymbolicLink()) continue
    const path = join(dir, entry.name)
    if (entry.isDirectory()) walk(path)
    else if (TEXT.test(entry.name)) files.push([path, readFileSync(path, 'utf8')])
  }
}
walk(root!)
let nodes = 0
const parse = (path: string, text: string): number => {
  if (/\.(?:[jt]s|wxs|sjs)$/.test(path))
    return parseSync(path, text, { sourceType: 'unambiguous', lang: path.endsWith('.ts') ? 'ts' : 'jsx' }).program.body.length
  if (mode === 'scripts') return 0
  if (/\.(?:wx|tt)ml$/.test(path)) return scanTemplate(path, text, () => undefined).elements.length
  if (/\.(?:wx|tt)ss$/.test(path)) return parseStyle(scanStyle(path, text)).length
  return readJson(path, text, () => undefined) ? 1 : 0
}
if (mode !== 'read') for (const [path, text] of files) nodes += parse(path, text)
process.stdout.write(`${files.length} files, ${nodes} nodes at their tops\n`)
