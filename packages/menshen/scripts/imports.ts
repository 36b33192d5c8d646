/**
 * The import laws of the house, each with its reason. Rooms lie under packages/<package>/src; tests may import what they like.
 * A checker of our own because it has to read TypeScript without TypeScript's programming interface, and to tell types from values.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseSync } from 'oxc-parser'

export interface Edge {
  /** Path from the repository's top, with forward slashes. */
  readonly from: string
  /** The same for a file of ours; else 'node:fs' or 'npm:package'. */
  readonly to: string
  readonly type: boolean
  /** By `import()`, when it is reached and not before. */
  readonly lazy?: boolean
}
export interface Law {
  readonly name: string
  readonly reason: string
  readonly breaks: (edge: Edge) => boolean
}

const ROOMS = /^packages\/menshen\/src\/(\w+)\//
const room = (path: string): string | undefined => path.match(ROOMS)?.[1]
/** Each may import those before it. */
const ORDER = ['rulebook', 'program', 'evidence', 'rules', 'check', 'report', 'cli']
const HOST_FREE = new Set(['rulebook', 'program', 'evidence', 'rules', 'check', 'report'])
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  rulebook: [],
  program: ['jsonc-parser', 'oxc-parser'],
  evidence: [],
  rules: [],
  check: [],
  report: [],
  simulator: [
    'glass-easel',
    'glass-easel-miniprogram-adapter',
    'glass-easel-template-compiler',
    'oxc-parser',
    'postcss',
    'postcss-selector-parser',
    'sucrase',
  ],
  io: ['playwright-core', 'yauzl', 'esbuild', 'pngjs', 'jpeg-js', 'omggif', '@jsquash/webp', 'zxing-wasm'],
  cli: ['commander', 'oxc-parser', 'playwright-core'],
}
const ruleFolder = (path: string): string | undefined => path.match(/^packages\/menshen\/src\/rules\/([^/]+)\/(?!.*generated)/)?.[1]
const platformRoom = (path: string): string | undefined =>
  path
    .match(/^packages\/platform\/(?:src\/(\w+)|(web))\//)
    ?.slice(1)
    .find(Boolean)
const PLATFORM = 'npm:menshen-platform'
const ours = (path: string) => path.startsWith('packages/')
/** The contract types of a run: words, not machinery. */
const RUN_TYPES = 'packages/menshen/src/check/types.ts'

export const LAWS: readonly Law[] = [
  {
    name: 'one-way',
    reason: `rooms import one way, ${ORDER.join(' <- ')}: whoever reads a room need not know the later ones (the types of a run, check/types.ts, are words for all)`,
    breaks: ({ from, to, type }) => {
      const [a, b] = [ORDER.indexOf(room(from) ?? ''), ORDER.indexOf(room(to) ?? '')]
      return a >= 0 && b > a && !(to === RUN_TYPES && type)
    },
  },
  {
    name: 'rulebook-imports-nothing',
    reason: 'the rulebook is data with a reader: every room may import it, so it may import none',
    breaks: ({ from, to }) => room(from) === 'rulebook' && ours(to) && room(to) !== 'rulebook' && !to.startsWith('packages/menshen/data/'),
  },
  {
    name: 'rules-know-only-the-kit',
    reason:
      'a rule is a pure function of declared evidence: it imports ../kit.ts and its own folder, and what two rules need goes into facts or evidence',
    breaks: ({ from, to }) => {
      const own = ruleFolder(from)
      return own !== undefined && own !== 'generated' && to !== 'packages/menshen/src/rules/kit.ts' && ruleFolder(to) !== own
    },
  },
  {
    name: 'host-free-core',
    reason:
      'the core runs in any host and gives the same answer everywhere: no fs, process, network or other Node module in rulebook, program, evidence, rules, check and report',
    breaks: ({ from, to }) => HOST_FREE.has(room(from) ?? '') && to.startsWith('node:'),
  },
  {
    name: 'hosts-at-the-edge',
    reason: 'disk, archives, processes and browsers live in io/, which only cli/ (and a package around it) may start',
    breaks: ({ from, to }) => room(to) === 'io' && !['io', 'cli'].includes(room(from) ?? 'io'),
  },
  {
    name: 'io-below-the-engine',
    reason: 'io brings files and runs in; it does not judge',
    breaks: ({ from, to, type }) =>
      room(from) === 'io' && ['rules', 'check', 'report', 'cli'].includes(room(to) ?? '') && !(to === RUN_TYPES && type),
  },
  {
    name: 'page-without-node',
    reason: 'simulator/page runs inside Chromium, where there is no Node; it knows the simulator and nothing else of ours',
    breaks: ({ from, to, type }) =>
      from.startsWith('packages/menshen/src/simulator/page/') &&
      (to.startsWith('node:') || (ours(to) && !type && !to.startsWith('packages/menshen/src/simulator/'))),
  },
  {
    name: 'simulator-beside-the-core',
    reason: 'the core judges saved evidence and never needs a browser: only io/ and cli/ reach the simulator',
    breaks: ({ from, to, type }) => room(to) === 'simulator' && !['simulator', 'io', 'cli'].includes(room(from) ?? 'simulator') && !type,
  },
  {
    name: 'explorer-behind-an-interface',
    reason:
      'the explorer knows a telephone by what can be done with it, so that a fake one can test it: no Node module, no browser, no rule',
    breaks: ({ from, to, type }) =>
      room(from) === 'explore' &&
      (to.startsWith('node:') || ['io', 'rules', 'check', 'report', 'cli'].includes(room(to) ?? '') || (room(to) === 'simulator' && !type)),
  },
  {
    name: 'packages-by-room',
    reason: 'each dependency has a room that answers for it',
    breaks: ({ from, to, lazy }) => {
      const allowed = PACKAGES[room(from) ?? '']
      return allowed !== undefined && to.startsWith('npm:') && !allowed.includes(to.slice(4)) && !(lazy === true && to === PLATFORM)
    },
  },
  {
    name: 'checker-without-platform',
    reason:
      'someone who checks a program in CI does not install a server: only the command line may load the platform, and lazily, when it is there',
    breaks: ({ from, to, lazy }) =>
      from.startsWith('packages/menshen/') &&
      (to.startsWith('packages/platform/') || (to === PLATFORM && !(lazy === true && room(from) === 'cli'))),
  },
  {
    name: 'pure-domain',
    reason:
      'subjects, states and decisions are pure: the domain imports itself, and of the checker the types of a run; no Node module, no package, no store',
    breaks: ({ from, to, type }) => platformRoom(from) === 'domain' && platformRoom(to) !== 'domain' && !(to === RUN_TYPES && type),
  },
  {
    name: 'store-below-its-users',
    reason: 'the store is the only room with SQL; jobs, http and the command line stand on it and not it on them',
    breaks: ({ from, to }) => platformRoom(from) === 'store' && ['jobs', 'http', 'cli', 'web'].includes(platformRoom(to) ?? ''),
  },
  {
    name: 'sql-in-the-store',
    reason: 'one room speaks to the database and the blobs, so that every change of state goes through its one door',
    breaks: ({ from, to, type }) =>
      !type && !['store', undefined].includes(platformRoom(from)) && ['npm:pg', 'npm:kysely', 'npm:s3mini'].includes(to),
  },
  {
    name: 'intake-by-itself',
    reason: 'what opens a stranger\u2019s archive knows no database and no session, so that it can run anywhere',
    breaks: ({ from, to }) => platformRoom(from) === 'intake' && ['store', 'jobs', 'http', 'cli', 'web'].includes(platformRoom(to) ?? ''),
  },
  {
    name: 'jobs-and-routes-apart',
    reason: 'a worker runs without a server and a server without a worker: they meet in the store; the command line starts both',
    breaks: ({ from, to }) =>
      (platformRoom(from) === 'jobs' && ['http', 'cli'].includes(platformRoom(to) ?? '')) ||
      (platformRoom(from) === 'http' && platformRoom(to) === 'cli'),
  },
  {
    name: 'nobody-imports-web',
    reason: 'the pages are built and served as files; no room of the server depends on them',
    breaks: ({ from, to }) => platformRoom(to) === 'web' && platformRoom(from) !== 'web',
  },
  {
    name: 'contract-is-words',
    reason: 'what goes over the wire is schemas: it knows zod and the names of permissions, so that pages can take their types from it',
    breaks: ({ from, to, type }) =>
      platformRoom(from) === 'contract' &&
      (ours(to) ? platformRoom(to) !== 'contract' && !(type && platformRoom(to) === 'domain') : to !== 'npm:zod'),
  },
  {
    name: 'web-sees-the-contract',
    reason: 'the workbench speaks to the server by its contract types only',
    breaks: ({ from, to }) => platformRoom(from) === 'web' && ours(to) && platformRoom(to) !== 'web' && platformRoom(to) !== 'contract',
  },
]

const isTest = (path: string) => /\.test\.ts$|\/(?:test|fixtures)\//.test(path)

export interface Breach {
  readonly law: string
  readonly reason: string
  readonly edge: Edge
}
/** Every edge that breaks a law. */
export const breaches = (edges: readonly Edge[]): readonly Breach[] =>
  edges
    .filter((edge) => !isTest(edge.from))
    .flatMap((edge) => [
      ...LAWS.filter((law) => law.breaks(edge)).map((law) => ({ law: law.name, reason: law.reason, edge })),
      ...(isTest(edge.to) ? [{ law: 'no-tests-inside', reason: 'what ships does not lean on tests', edge }] : []),
    ])

/** The room by name; the platform's and the checker's rooms of one name are two. */
const placeOf = (path: string): string | undefined => {
  const own = platformRoom(path)
  return own === undefined ? room(path) : `platform/${own}`
}

/** One circle of value imports between rooms, as the rooms along it; empty when there is none. Inside a room files may lean on each other. */
export const cycle = (edges: readonly Edge[]): readonly string[] => {
  const next = new Map<string, Set<string>>()
  for (const edge of edges) {
    const [from, to] = [edge.from, edge.to].map(placeOf)
    if (!edge.type && from !== undefined && to !== undefined && from !== to) next.set(from, (next.get(from) ?? new Set()).add(to))
  }
  const done = new Set<string>()
  const path: string[] = []
  const visit = (file: string): readonly string[] => {
    const at = path.indexOf(file)
    if (at >= 0) return [...path.slice(at), file]
    if (done.has(file)) return []
    path.push(file)
    for (const target of next.get(file) ?? []) {
      const found = visit(target)
      if (found.length > 0) return found
    }
    path.pop()
    done.add(file)
    return []
  }
  for (const file of next.keys()) {
    const found = visit(file)
    if (found.length > 0) return found
  }
  return []
}

const BUILTIN = new Set(builtinModules)
const target = (from: string, specifier: string): string => {
  if (specifier.startsWith('.')) return join(dirname(from), specifier).replaceAll('\\', '/')
  if (specifier.startsWith('node:')) return specifier
  const name = specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')
  return BUILTIN.has(name) ? `node:${name}` : `npm:${name}`
}

/** The imports of one file, type imports told from others. */
export const importsOf = (path: string, text: string): readonly Edge[] => {
  const { module, program } = parseSync(path, text)
  const edges: Edge[] = module.staticImports.map((one) => ({
    from: path,
    to: target(path, one.moduleRequest.value),
    type: one.entries.length > 0 && one.entries.every((entry) => entry.isType),
  }))
  for (const one of module.staticExports)
    for (const entry of one.entries)
      if (entry.moduleRequest) edges.push({ from: path, to: target(path, entry.moduleRequest.value), type: entry.isType })
  for (const one of module.dynamicImports) {
    // Also `import('x' as string)`, which hides a package from the type checker.
    const [, specifier] = text.slice(one.moduleRequest.start, one.moduleRequest.end).match(/^['"]([^'"]+)['"]/) ?? []
    if (specifier !== undefined) edges.push({ from: path, to: target(path, specifier), type: false, lazy: true })
  }
  // `import type x from` without entries that say so is told by the statement.
  for (const statement of program.body)
    if (statement.type === 'ImportDeclaration' && statement.importKind === 'type')
      for (const [i, edge] of edges.entries())
        if (edge.to === target(path, statement.source.value) && !edge.type && statement.specifiers.length === 0)
          edges[i] = { ...edge, type: true }
  return edges
}

/** Globals of a host that would make the same input give another answer. */
const HIDDEN = new Set([
  'process',
  'console',
  'fetch',
  'performance',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'crypto',
  'localStorage',
  'require',
])
/** Where the core reaches for a clock, chance or the host without importing it. */
export const hiddenInputs = (path: string, text: string): readonly string[] => {
  if ((!HOST_FREE.has(room(path) ?? '') && platformRoom(path) !== 'domain') || isTest(path)) return []
  const found: string[] = []
  const name = (node: unknown): string | undefined => {
    const one = node as { readonly type?: string; readonly name?: string } | null
    return one?.type === 'Identifier' ? one.name : undefined
  }
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) {
      for (const one of node) visit(one)
      return
    }
    if (typeof node !== 'object' || node === null) return
    const one = node as Readonly<Record<string, unknown>>
    if (one['type'] === 'CallExpression' && HIDDEN.has(name(one['callee']) ?? '')) found.push(`${name(one['callee'])}()`)
    if (one['type'] === 'MemberExpression') {
      const [object, property] = [name(one['object']), name(one['property'])]
      if (one['computed'] !== true && ((object === 'Math' && property === 'random') || (object === 'Date' && property === 'now')))
        found.push(`${object}.${property}`)
      // The interpreter speaks of a program's own `require` by that name.
      const spoken = object === 'require' && !['resolve', 'main', 'cache'].includes(property ?? '')
      if (object !== undefined && HIDDEN.has(object) && !spoken) found.push(`${object}.${property}`)
    }
    if (one['type'] === 'NewExpression' && name(one['callee']) === 'Date' && (one['arguments'] as readonly unknown[]).length === 0)
      found.push('new Date()')
    for (const [key, value] of Object.entries(one)) if (key !== 'parent') visit(value)
  }
  visit(parseSync(path, text).program.body)
  return found
}

const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.name === 'node_modules' || entry.name === 'dist') return []
    const path = join(folder, entry.name)
    return entry.isDirectory() ? filesBelow(path) : /(?<!\.d)\.tsx?$/.test(entry.name) ? [path] : []
  })

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const top = fileURLToPath(new URL('../../..', import.meta.url))
  const edges: Edge[] = []
  const complaints: string[] = []
  const files = filesBelow(join(top, 'packages'))
  for (const file of files) {
    const path = relative(top, file).replaceAll('\\', '/')
    const text = readFileSync(file, 'utf8')
    edges.push(...importsOf(path, text))
    for (const input of hiddenInputs(path, text))
      complaints.push(
        `no-hidden-inputs: ${path} uses ${input}\n    the same input gives the same answer: clock, chance and host come in as arguments`,
      )
  }
  for (const { law, reason, edge } of breaches(edges)) complaints.push(`${law}: ${edge.from} -> ${edge.to}\n    ${reason}`)
  const round = cycle(edges.filter((edge) => !isTest(edge.from)))
  if (round.length > 0)
    complaints.push(`no-cycles: ${round.join('\n    -> ')}\n    what imports itself in a circle cannot be read or loaded in parts`)
  if (complaints.length > 0) {
    console.error(complaints.join('\n'))
    process.exit(1)
  }
  console.log(`${files.length} files, ${edges.length} imports, ${LAWS.length + 3} laws: all kept`)
}
