/** Joins chunks that are always loaded together. The bundler cuts wherever any two entries share something, and some of its pieces are one line long. */
import { writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { build, type Metafile, type Plugin } from 'esbuild'

const home = join(import.meta.dirname, '..')

/** Chunks that load with an entry, itself included: paths as the bundler's report has them. */
const loadedWith = ({ outputs }: Metafile, entry: string): Set<string> => {
  const first = Object.keys(outputs).find((path) => outputs[path]!.entryPoint === entry)
  if (first === undefined) throw new Error(`no chunk of ${entry}`)
  const found = new Set([first])
  for (const path of found)
    for (const { path: to, kind, external } of outputs[path]!.imports) if (kind === 'import-statement' && !external) found.add(to)
  return found
}

/**
 * For each of the entries, in the order in which they load: one file of all that loads with it and was not loaded before. In the
 * place of its pieces stand files that hand on what they exported, for whoever else imports them. `alone` stays as it is.
 */
export const joinChunks = async (out: string, metafile: Metafile, entries: readonly string[], alone: readonly string[]): Promise<void> => {
  const before = new Set(alone.flatMap((entry) => [...loadedWith(metafile, entry)]))
  const folder = join(out, 'chunks')
  const known = new Set<string>()
  for (const entry of entries) {
    const pieces = [...loadedWith(metafile, entry)].filter((path) => !before.has(path))
    for (const path of pieces) before.add(path)
    const names = pieces.map((path) => basename(path))
    // Of what was joined before, only the file that hands it on is taken in.
    for (const name of names) known.add(name)
    const joined = `${basename(entry, '.ts')}-joined.js`
    const own: Plugin = {
      name: 'own',
      setup(setup) {
        setup.onResolve({ filter: /^\.\.?\// }, ({ path, kind }) => {
          const inside = kind !== 'dynamic-import' && known.has(basename(path))
          return inside ? { path: join(folder, basename(path)) } : { path, external: true }
        })
      },
    }
    const exported = pieces.flatMap((path, i) => metafile.outputs[path]!.exports.map((name) => ({ name, i, as: `p${i}_${name}` })))
    const result = await build({
      absWorkingDir: home,
      stdin: {
        contents: pieces
          .map((_, i) => {
            const list = exported.filter((one) => one.i === i).map(({ name, as }) => `${name} as ${as}`)
            return `export {${list.join(',')}} from './${names[i]}'`
          })
          .join('\n'),
        resolveDir: folder,
      },
      bundle: true,
      format: 'esm',
      platform: 'node',
      packages: 'external',
      charset: 'ascii',
      minifyWhitespace: true,
      write: false,
      logLevel: 'warning',
      plugins: [own],
    })
    for (const [i, name] of names.entries()) {
      const list = exported.filter((one) => one.i === i).map((one) => `${one.as} as ${one.name}`)
      writeFileSync(join(folder, name), `export{${list.join(',')}}from"./${joined}"\n`)
    }
    writeFileSync(join(folder, joined), result.outputFiles[0]!.text)
  }
}
