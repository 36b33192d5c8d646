/** Bundles the platform into dist/: its commands, the child that opens packages, and the migrations beside them. */
import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import checker from '../../menshen/package.json' with { type: 'json' }
import manifest from '../package.json' with { type: 'json' }

const home = fileURLToPath(new URL('..', import.meta.url))
const out = join(home, 'dist')
rmSync(out, { recursive: true, force: true })
const { outputs } = (
  await build({
    absWorkingDir: home,
    entryPoints: { index: 'src/cli/index.ts', look: 'src/intake/look.ts' },
    outdir: out,
    bundle: true,
    format: 'esm',
    splitting: true,
    platform: 'node',
    target: 'node22.12',
    minifyWhitespace: true,
    minifySyntax: true,
    // What is installed beside us stays a package of its own; the parts of the checker that we use come with us.
    external: [...Object.keys(manifest.dependencies), ...Object.keys(checker.dependencies)].filter((name) => name !== 'jsonc-parser'),
    alias: { 'jsonc-parser': 'jsonc-parser/lib/esm/main.js' },
    // Beside the entry, for what looks for files beside itself.
    chunkNames: '[name]-[hash]',
    metafile: true,
    logLevel: 'warning',
  })
).metafile
cpSync(join(home, 'src', 'store', 'migrations'), join(out, 'migrations'), { recursive: true })
const bytes = Object.values(outputs).reduce((sum, output) => sum + output.bytes, 0)
console.log(`platform: ${Object.keys(outputs).length} files, ${(bytes / 1024).toFixed(0)} KiB`)
