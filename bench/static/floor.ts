/** The floor that a static check cannot go below: reading a program's text files, or reading them and parsing every script to a full tree. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync } from 'oxc-parser'

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
if (mode === 'parse')
  for (const [path, text] of files)
    if (/\.[jt]s$/.test(path))
      nodes += parseSync(path, text, { sourceType: 'unambiguous', lang: path.endsWith('.ts') ? 'ts' : 'jsx' }).program.body.length
process.stdout.write(`${files.length} files, ${nodes} statements\n`)
