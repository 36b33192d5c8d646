/** Bundles the command line into dist/: modules that stay readable, large tables in chunks that load only when something needs them. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build, type Plugin } from 'esbuild'
import manifest from '../package.json' with { type: 'json' }
import { makePageBundle } from '../src/io/browser/bundle.ts'
import { factsDigest } from '../src/io/facts-cache.ts'
import { picturesDigest } from '../src/io/pictures/cache.ts'

const home = fileURLToPath(new URL('..', import.meta.url))
const out = join(home, 'dist')
const BUNDLED = ['commander', 'jsonc-parser']

/** JSON.parse reads a large table about twice as fast as the same table written as code. */
const LARGE = 20_000
const tables: Plugin = {
  name: 'tables',
  setup(setup) {
    setup.onLoad({ filter: /\.json$/ }, ({ path }) => {
      const value: unknown = JSON.parse(readFileSync(path, 'utf8'))
      const text = JSON.stringify(value)
      if (text.length < LARGE) return { contents: text, loader: 'json' }
      return { contents: `export default /* @__PURE__ */ JSON.parse(${JSON.stringify(text)})`, loader: 'js' }
    })
  },
}

/**
 * The ES face of a built-in module touches every export of it, and with fs.promises or crypto.webcrypto much that nobody
 * asked for. What is taken from the module itself costs what is used.
 */
const builtIns: Plugin = {
  name: 'built-ins',
  setup(setup) {
    setup.onResolve({ filter: /^node:/ }, ({ path, importer }) =>
      // Sub-commands that are programs of their own would need it; we have none.
      ({ path: path === 'node:child_process' && /[\\/]commander[\\/]/.test(importer) ? 'none' : path, namespace: 'built-in' }),
    )
    setup.onLoad({ filter: /./, namespace: 'built-in' }, ({ path }) => {
      if (path === 'none') return { contents: 'module.exports = {}', loader: 'js' }
      const names = Object.keys(process.getBuiltinModule(path) ?? {}).filter((name) => /^[\w$]+$/.test(name) && name !== 'default')
      const lines = names.map((name) => `export const ${name} = /* @__PURE__ */ Reflect.get(whole, '${name}')`)
      const whole = `const whole = /* @__PURE__ */ process.getBuiltinModule(${JSON.stringify(path)})`
      return { contents: [whole, 'export default whole', ...lines].join('\n'), loader: 'js' }
    })
  },
}

/** What the modules called packed.ts work out is the same for every check: it is worked out here. */
const packed: Plugin = {
  name: 'packed',
  setup(setup) {
    setup.onLoad({ filter: /[\\/]packed\.ts$/ }, async ({ path }) => {
      const made = (await import(pathToFileURL(path).href)) as Record<string, () => unknown>
      const lines = Object.entries(made).map(
        ([name, make]) => `export const ${name} = () => JSON.parse(${JSON.stringify(JSON.stringify(make()))})`,
      )
      return { contents: lines.join('\n'), loader: 'js' }
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
  // What has native parts, or is large and not needed by every check, stays a dependency: small ones are found sooner in the bundle.
  external: Object.keys(manifest.dependencies).filter((name) => !BUNDLED.includes(name)),
  alias: { 'jsonc-parser': 'jsonc-parser/lib/esm/main.js' },
  chunkNames: 'chunks/[name]-[hash]',
  metafile: true,
  logLevel: 'warning',
  plugins: [tables, builtIns, packed],
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
