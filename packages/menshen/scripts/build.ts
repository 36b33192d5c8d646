/** Bundles the command line into dist/: modules that stay readable, large tables as files of their own. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { type BuildOptions, build, type Plugin } from 'esbuild'
import manifest from '../package.json' with { type: 'json' }
import { makePageBundle } from '../src/io/browser/bundle.ts'
import { factsDigest } from '../src/io/facts-cache.ts'
import { picturesDigest } from '../src/io/pictures/cache.ts'
import { Op } from '../src/program/script/ir.ts'
import { joinChunks } from './chunks.ts'

const home = fileURLToPath(new URL('..', import.meta.url))
const out = join(home, 'dist')
const BUNDLED = ['commander', 'jsonc-parser']

/** Beyond this a table is a file of its own: as a part of the code it would be decoded, compiled and kept with all of it. */
const LARGE = 4000
const written = new Map<string, string | Uint8Array>()
const reading = (name: string, content: string | Uint8Array): string => {
  written.set(name, content)
  return `${typeof content === 'string' ? 'readTable' : 'readBytes'}(${JSON.stringify(name)})`
}
const READS = `import { readBytes, readTable } from 'tables:reader'`
const tables: Plugin = {
  name: 'tables',
  setup(setup) {
    setup.onResolve({ filter: /^tables:reader$/ }, ({ path }) => ({ path, namespace: 'tables' }))
    setup.onLoad({ filter: /./, namespace: 'tables' }, () => ({
      contents: `import { readFileSync } from 'node:fs'
        const folder = import.meta.url.replace(/^(.*\\/dist\\/).*$/, '$1tables/')
        export const readBytes = (name) => readFileSync(new URL(name, folder))
        // A buffer decodes a good deal faster than a file that is read as text.
        export const readTable = (name) => JSON.parse(readBytes(name).toString())`,
      loader: 'js',
      resolveDir: home,
    }))
    setup.onLoad({ filter: /\.json$/ }, ({ path }) => {
      const text = JSON.stringify(JSON.parse(readFileSync(path, 'utf8')))
      if (text.length < LARGE || !path.includes('/data/')) return { contents: text, loader: 'json' }
      const name = relative(join(home, 'data'), path).replaceAll(/[\\/]/g, '-')
      return { contents: `${READS}\nexport default /* @__PURE__ */ ${reading(name, text)}`, loader: 'js' }
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

/** The parser of scripts is a dozen files and a native one: where nothing is left to parse, because it is known, they are not loaded. */
const onDemand: Plugin = {
  name: 'on-demand',
  setup(setup) {
    setup.onResolve({ filter: /^oxc-parser$/ }, ({ path, importer }) =>
      /[\\/]script[\\/]parser\.ts$/.test(importer) ? { path, namespace: 'on-demand' } : undefined,
    )
    setup.onLoad({ filter: /./, namespace: 'on-demand' }, async ({ path }) => {
      const names = Object.entries(await import(path)).flatMap(([name, value]) => (typeof value === 'function' ? [name] : []))
      return {
        contents: [
          `const { createRequire } = process.getBuiltinModule('node:module')`,
          'let loaded',
          `const whole = () => (loaded ??= createRequire(import.meta.url)(${JSON.stringify(path)}))`,
          ...names.map((name) => `export const ${name} = (...given) => whole().${name}(...given)`),
        ].join('\n'),
        loader: 'js',
      }
    })
  },
}

/** What the modules called packed.ts work out is the same for every check: it is worked out here. Bytes stay bytes. */
const packed: Plugin = {
  name: 'packed',
  setup(setup) {
    setup.onLoad({ filter: /[\\/]packed\.ts$/ }, async ({ path }) => {
      const made = (await import(pathToFileURL(path).href)) as Record<string, () => unknown>
      const lines = Object.entries(made).map(([name, make]) => {
        const value = make()
        const read = value instanceof Uint8Array ? reading(`${name}.bin`, value) : reading(`${name}.json`, JSON.stringify(value))
        return `export const ${name} = () => ${read}`
      })
      return { contents: [READS, ...lines].join('\n'), loader: 'js' }
    })
  },
}

/**
 * Ops by their numbers: a switch over numbers is one jump, and over the members of a table it is a look-up and a comparison
 * for each case. The interpreter makes it for every node.
 */
const numbers: Plugin = {
  name: 'numbers',
  setup(setup) {
    const ops: Readonly<Record<string, number>> = Op
    setup.onLoad({ filter: /[\\/]program[\\/](?:script|interpret)[\\/][\w-]+\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replace(/\bOp\.(\w+)\b/g, (name, op: string) =>
        Object.hasOwn(ops, op) ? String(ops[op]) : name,
      ),
      loader: 'ts',
    }))
  },
}

rmSync(out, { recursive: true, force: true })
const common = {
  absWorkingDir: home,
  outdir: out,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node22.12',
  define: {
    MENSHEN_FACTS_DIGEST: JSON.stringify(factsDigest(join(home, 'src/program/script'))),
    MENSHEN_PICTURES_DIGEST: JSON.stringify(picturesDigest(join(home, 'src/io/pictures'))),
  },
  // Fields are assigned: defining them one by one takes twice as long where nothing is optimised.
  tsconfigRaw: { compilerOptions: { useDefineForClassFields: false } },
  // Names stay, for stack traces; the rest is for the parser.
  minifyWhitespace: true,
  minifySyntax: true,
  // What has native parts, or is large and not needed by every check, stays a dependency: small ones are found sooner in the bundle.
  external: [...Object.keys(manifest.dependencies).filter((name) => !BUNDLED.includes(name)), 'menshen-platform'],
  alias: { 'jsonc-parser': 'jsonc-parser/lib/esm/main.js' },
  // Plain ASCII is read a good deal faster.
  charset: 'ascii',
  metafile: true,
  logLevel: 'warning',
  plugins: [tables, builtIns, onDemand, packed, numbers],
} as const satisfies BuildOptions
const result = await build({
  ...common,
  entryPoints: { main: 'src/cli/main.ts', pictures: 'src/io/pictures/worker.ts' },
  splitting: true,
  chunkNames: 'chunks/[name]-[hash]',
})
// The thread that reads copy needs a small part of everything, and that at once: a file of its own.
const thread = await build({ ...common, entryPoints: { reading: 'src/io/reading/worker.ts' } })
// What is always loaded together becomes one file, for each file is looked for, read and linked by itself.
await joinChunks(
  out,
  result.metafile,
  ['src/cli/commands.ts', 'src/cli/check.ts'],
  ['src/cli/main.ts', 'src/program/script/parser.ts', 'src/io/pictures/worker.ts'],
)
mkdirSync(join(out, 'tables'))
for (const [name, content] of written) writeFileSync(join(out, 'tables', name), content)
// What runs inside the browser: one script and one sheet, read as they are.
const page = await makePageBundle()
mkdirSync(join(out, 'simulator'))
writeFileSync(join(out, 'simulator', 'page.js'), page.script)
writeFileSync(join(out, 'simulator', 'sheet.css'), page.sheet)
const outputs = [result, thread].flatMap(({ metafile }) => Object.values(metafile.outputs))
const bytes = outputs.reduce((sum, output) => sum + output.bytes, 0)
console.log(
  `dist: ${outputs.length + written.size} files, ${(bytes / 1024).toFixed(0)} KiB; page side ${((page.script.length + page.sheet.length) / 1024).toFixed(0)} KiB`,
)
