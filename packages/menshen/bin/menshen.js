#!/usr/bin/env node
// Built-in modules are taken as they are: their ES faces would load and touch far more than is used.
const { existsSync } = process.getBuiltinModule('node:fs')
const { enableCompileCache } = process.getBuiltinModule('node:module')
const { setFlagsFromString } = process.getBuiltinModule('node:v8')

const built = new URL('../dist/main.js', import.meta.url)
if (!existsSync(built)) {
  console.error('menshen is not built yet: run `npm run build` first.')
  process.exit(2)
}
// Node brings its own modules compiled, but only for the flags it was built with: what every check needs is loaded before they change.
for (const name of ['crypto', 'events', 'os', 'process', 'url', 'util', 'worker_threads']) process.getBuiltinModule(`node:${name}`)
// The bundle is compiled once, not at every start: whole, for what is left to compile when it is called is never kept.
enableCompileCache?.()
// A check is over before code is hot: baseline code at once, no optimising compiler, a young generation that is roomy
// from the start, an old one that is not searched for garbage while it grows
// (measured: a third fewer processor cycles on a large program). A watching process gets hot, and stays.
const lasting = process.argv.includes('--watch')
// Who waits for changes collects garbage itself (src/io/heap.ts); V8 would make the heap as small as it can, and the next answer slow.
const idle = Number.parseInt(process.versions.v8, 10) >= 13 ? ['--memory-reducer-gc-count=0'] : []
// A platform runs for days: Node's own tuning is the right one.
const platform = ['serve', 'worker', 'submit', 'audit', 'backup', 'restore', 'platform'].includes(process.argv[2])
const flags = platform
  ? []
  : [
      '--no-lazy',
      // A pattern that has shown itself to be used is compiled to machine code anyhow.
      '--no-regexp-peephole-optimization',
      '--always-sparkplug',
      // Growing in steps costs no time and keeps some forty megabytes that a check does not fill.
      `--semi-space-growth-factor=${lasting ? 16 : 4}`,
      ...(lasting ? idle : ['--no-opt', '--heap-growing-percent=2500']),
    ]
for (const flag of flags) setFlagsFromString(flag)
// Whoever starts a thread puts them aside for a moment: src/io/heap.ts.
globalThis[Symbol.for('menshen.flags')] = flags
await import(built.href)
