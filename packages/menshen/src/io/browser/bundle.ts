/** The page side as one script and one style sheet: from the built package, or made on the spot in a checkout. */
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export interface PageBundle {
  readonly script: string
  readonly sheet: string
  /** Public API names of both platforms, from the data tables. */
  readonly names: Readonly<Record<'wechat' | 'douyin', readonly string[]>>
}
const here = dirname(fileURLToPath(import.meta.url))
/** The package's root: one above dist/ or three above src/io/browser. */
function packageRoot(): string {
  let d = here
  for (let i = 0; i < 6; i++) {
    if (existsSync(join(d, 'data', 'api'))) return d
    d = dirname(d)
  }
  return here
}
/** Built code brings the page side that was built with it; sources make their own. */
const fromDist = /[\\/]dist[\\/]/.test(here + '/')
const pageFolder = (root: string): string => join(root, 'src', 'simulator', 'page')

/** Bundles the page side; the build script writes what this gives to dist/simulator/. */
export async function makePageBundle(): Promise<{ script: string; sheet: string }> {
  const folder = pageFolder(packageRoot())
  const esbuild = (await import('esbuild' as string)) as { build: (o: object) => Promise<{ outputFiles: { text: string }[] }> }
  const result = await esbuild.build({
    entryPoints: [join(folder, 'main.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'chrome120',
    platform: 'browser',
    legalComments: 'none',
    minifyWhitespace: true,
    minifySyntax: true,
    logLevel: 'silent',
    // the development form of the framework knows the names of handlers
    alias: {
      'glass-easel': createRequire(import.meta.url)
        .resolve('glass-easel')
        .replace('glass_easel.all.js', 'glass_easel.dev.all.es.js'),
    },
    define: { 'process.env.NODE_ENV': '"development"' },
  })
  return { script: (result.outputFiles[0] as { text: string }).text, sheet: readFileSync(join(folder, 'sheet.css'), 'utf8') }
}

let kept: Promise<PageBundle> | undefined
export function pageBundle(): Promise<PageBundle> {
  kept ??= (async () => {
    const root = packageRoot()
    const names = { wechat: apiNames(root, 'wechat'), douyin: apiNames(root, 'douyin') }
    const built = join(root, 'dist', 'simulator', 'page.js')
    if (existsSync(built) && (fromDist || !existsSync(join(pageFolder(root), 'main.ts'))))
      return { script: readFileSync(built, 'utf8'), sheet: readFileSync(join(root, 'dist', 'simulator', 'sheet.css'), 'utf8'), names }
    return { ...(await makePageBundle()), names }
  })()
  return kept
}
function apiNames(root: string, platform: string): string[] {
  try {
    const table = JSON.parse(readFileSync(join(root, 'data', 'api', platform + '.json'), 'utf8')) as { apis?: { name?: string }[] }
    return (table.apis ?? []).map((a) => String(a.name ?? '')).filter((n) => n && !n.includes('.'))
  } catch {
    return []
  }
}
