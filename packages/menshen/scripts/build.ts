/** Bundles the command line into dist/: modules that stay readable, large tables in chunks that load only when something needs them. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, type Plugin } from 'esbuild'
import { makePageBundle } from '../src/io/browser/bundle.ts'
import { factsDigest } from '../src/io/facts-cache.ts'
import { picturesDigest } from '../src/io/pictures/cache.ts'

const home = fileURLToPath(new URL('..', import.meta.url))
const out = join(home, 'dist')

/** JSON.parse reads a large table about twice as fast as the same table written as code. */
const LARGE = 20_000
const tables: Plugin = {
  name: 'tables',
  setup(setup) {
    setup.onLoad({ filter: /\.json$/ }, ({ path }) => {
      const value: unknown = JSON.parse(readFileSync(path, 'utf8'))
      const text = JSON.stringify(value)
      if (text.length < LARGE) return { contents: text, loader: 'json' }
      return { contents: `export default JSON.parse(${JSON.stringify(text)})`, loader: 'js' }
    })
  },
}

rmSync(out, { recursive: true, force: true })
const result = await build({
  absWorkingDir: home,
  entryPoints: { main: 'src/cli/main.ts', pictures: 'src/io/pictures/worker.ts' },
  outdir: out,
  bundle: true,
  format: 'esm',
  splitting: true,
  platform: 'node',
  target: 'node22.12',
  charset: 'utf8',
  define: {
    MENSHEN_FACTS_DIGEST: JSON.stringify(factsDigest(join(home, 'src/program/script'))),
    MENSHEN_PICTURES_DIGEST: JSON.stringify(picturesDigest(join(home, 'src/io/pictures'))),
  },
  // Names stay, for stack traces; the rest is for the parser.
  minifyWhitespace: true,
  minifySyntax: true,
  // What has native parts, or is large and needed by the run room only, stays a dependency.
  packages: 'external',
  chunkNames: 'chunks/[name]-[hash]',
  metafile: true,
  logLevel: 'warning',
  plugins: [tables],
})
// What runs inside the browser: one script and one sheet, read as they are.
const page = await makePageBundle()
mkdirSync(join(out, 'simulator'))
writeFileSync(join(out, 'simulator', 'page.js'), page.script)
writeFileSync(join(out, 'simulator', 'sheet.css'), page.sheet)
const bytes = Object.values(result.metafile.outputs).reduce((sum, output) => sum + output.bytes, 0)
console.log(
  `dist: ${Object.keys(result.metafile.outputs).length} files, ${(bytes / 1024).toFixed(0)} KiB; page side ${((page.script.length + page.sheet.length) / 1024).toFixed(0)} KiB`,
)
