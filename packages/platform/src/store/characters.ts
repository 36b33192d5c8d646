/** What the checker's data knows of characters: traditional to simplified, split characters to whole ones. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { CharacterTables } from '../domain/names.ts'

let known: CharacterTables | undefined
/** The tables, read once. */
export const characters = (): CharacterTables => {
  if (known) return known
  const data = join(dirname(createRequire(import.meta.url).resolve('menshen/package.json')), 'data')
  const read = (name: string) => JSON.parse(readFileSync(join(data, name), 'utf8'))
  const { from, to } = read('traditional.json') as { from: string; to: string }
  const letters = [...to]
  const { characters: rows } = read('look-alikes.json') as { characters: readonly { from: string; to: string; kind: string }[] }
  known = {
    simplified: new Map([...from].map((letter, i) => [letter, letters[i] ?? letter])),
    splits: rows.filter(({ kind }) => kind === 'split').map((row) => [row.from, row.to] as const),
  }
  return known
}
