/** Finding Chromium and shutting it in: its own network namespace, an unprivileged user, its own sandbox, as far as the machine allows. */
import { execFileSync } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import type { Isolation } from '../../simulator/types.ts'

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]
/** Where the browser is, or null. MENSHEN_CHROMIUM names another one. */
export function findChromium(): string | null {
  const named = process.env.MENSHEN_CHROMIUM
  if (named) return existsSync(named) ? named : null
  for (const place of places) if (existsSync(place)) return place
  return null
}

function works(command: string, args: readonly string[]): boolean {
  try {
    execFileSync(command, args, { stdio: 'ignore', timeout: 5000 })
    return true
  } catch {
    return false
  }
}
/** A network namespace; without being root inside a user namespace too, as the same user, so that the browser can still make its own. */
const alone = (root: boolean): string[] => (root ? ['-n'] : ['--user', '--map-current-user', '-n'])
const quoted = (s: string): string => `'${s.replace(/'/g, `'\\''`)}'`
const nobody = 65534

const flags = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-extensions',
  '--disable-domain-reliability',
  '--disable-breakpad',
  '--disable-dev-shm-usage',
  '--disable-default-apps',
  // the last such switch counts: what the driver itself turns off stands here again
  `--disable-features=${[
    'Translate',
    'MediaRouter',
    'OptimizationHints',
    'AutofillServerCommunication',
    'WebRtcHideLocalIpsWithMdns',
    'AvoidUnnecessaryBeforeUnloadCheckSync',
    'DestroyProfileOnBrowserClose',
    'HttpsUpgrades',
    'HttpsFirstBalancedModeAutoEnable',
    'PaintHolding',
    'ThirdPartyStoragePartitioning',
    'NetworkTimeServiceQuerying',
    'PreconnectToSearch',
    // a process kept ready for a site that never comes
    'SpareRendererForSitePerProcess',
  ].join()}`,
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--proxy-server=http://127.0.0.1:9',
  '--proxy-bypass-list=<-loopback>',
  '--autoplay-policy=user-gesture-required',
  '--font-render-hinting=none',
  // frames come when they are asked for, not at the pace of a screen
  '--disable-frame-rate-limit',
  '--js-flags=--max-old-space-size=512',
  '--renderer-process-limit=2',
]

export interface OpenBrowser {
  readonly browser: Browser
  readonly isolation: Isolation
  close(): Promise<void>
}

/** Starts a browser as shut in as can be, and says how far that went. */
export async function startBrowser(): Promise<OpenBrowser> {
  const path = findChromium()
  if (!path) throw new Error('chromium not found')
  const { chromium } = await import('playwright-core')
  const root = process.getuid?.() === 0
  const netns = process.platform === 'linux' && works('unshare', [...alone(root), 'true'])
  const drop = root && works('setpriv', ['--reuid=' + nobody, '--regid=' + nobody, '--clear-groups', 'true'])
  const home = mkdtempSync(join(tmpdir(), 'menshen-browser-'))
  // also when the run is ended from outside
  const sweepUp = () => rmSync(home, { recursive: true, force: true })
  process.once('exit', sweepUp)
  const profile = join(home, 'profile')
  mkdirSync(profile)
  if (drop) for (const d of [home, profile]) chownSync(d, nobody, nobody)
  const wrap = (withNetns: boolean): string => {
    const parts = [
      '#!/bin/sh',
      `export HOME=${quoted(home)} XDG_CONFIG_HOME=${quoted(home)} XDG_CACHE_HOME=${quoted(home)} TMPDIR=${quoted(home)}`,
      `cd ${quoted(home)}`,
    ]
    const enter = withNetns ? `unshare ${alone(root).join(' ')} -- ` : ''
    const user = drop ? `setpriv --reuid=${nobody} --regid=${nobody} --clear-groups --inh-caps=-all -- ` : ''
    parts.push(`exec ${enter}${user}${quoted(path)} "$@" --user-data-dir=${quoted(profile)}`)
    const file = join(home, withNetns ? 'start-alone' : 'start')
    writeFileSync(file, parts.join('\n') + '\n')
    chmodSync(file, 0o755)
    return file
  }
  const notes: string[] = []
  const attempts: { netns: boolean; sandbox: boolean }[] = []
  // inside a user namespace of ours Chromium's own sandbox may find no further one to make
  if (netns) attempts.push({ netns: true, sandbox: true }, { netns: true, sandbox: false })
  attempts.push({ netns: false, sandbox: true }, { netns: false, sandbox: false })
  let last: unknown
  for (const { netns: shut, sandbox } of attempts) {
    if (sandbox && root && !drop) continue
    try {
      const browser = await chromium.launch({
        executablePath: wrap(shut),
        headless: true,
        chromiumSandbox: sandbox,
        args: flags,
        timeout: 20_000,
        handleSIGINT: false,
        handleSIGTERM: false,
        handleSIGHUP: false,
      })
      if (!shut) notes.push('no network namespace of its own')
      if (!sandbox) notes.push('the browser runs without its own sandbox')
      if (root && !drop) notes.push('the browser runs as root')
      return {
        browser,
        isolation: {
          network: shut ? 'own namespace' : 'blocked in the browser only',
          user: drop ? 'unprivileged' : root ? 'root' : 'the caller',
          sandbox,
          notes,
        },
        async close() {
          await Promise.race([browser.close(), new Promise((r) => setTimeout(r, 5000).unref())]).catch(() => {})
          for (let i = 0; i < 5; i++) {
            try {
              sweepUp()
              process.removeListener('exit', sweepUp)
              break
            } catch {
              await new Promise((r) => setTimeout(r, 100))
            }
          }
        },
      }
    } catch (error) {
      last = error
      notes.push(`${shut ? 'own network' : 'shared network'}, ${sandbox ? 'sandbox' : 'no sandbox'}: did not start`)
    }
  }
  sweepUp()
  process.removeListener('exit', sweepUp)
  throw last instanceof Error ? last : new Error('the browser did not start')
}

/** Whether the packages that drive a browser are installed: a slim installation may do without. */
export async function packagesReady(): Promise<boolean> {
  try {
    await Promise.all([import('playwright-core'), import('../../simulator/build/index.ts')])
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_MODULE_NOT_FOUND') return false
    throw error
  }
}

/** What a run needs and what of it is there: for a doctor to tell. */
export interface Readiness {
  readonly chromium: string | null
  readonly version: string | null
  readonly namespace: boolean
  readonly unprivileged: boolean
  readonly chineseFonts: boolean
  readonly emoji: boolean
}
export function browserReadiness(): Readiness {
  const chromium = findChromium()
  const root = process.getuid?.() === 0
  const fonts = output('fc-list', [':lang=zh-cn', 'family'])
  const emoji = output('fc-list', [':', 'family'])
  return {
    chromium,
    version: chromium ? (/[\d.]{4,}/.exec(output(chromium, ['--version']))?.[0] ?? null) : null,
    namespace: process.platform === 'linux' && works('unshare', [...alone(root), 'true']),
    unprivileged: !root || works('setpriv', ['--reuid=' + nobody, '--regid=' + nobody, '--clear-groups', 'true']),
    chineseFonts: fonts.trim() !== '' || process.platform !== 'linux',
    emoji: /emoji/i.test(emoji) || process.platform !== 'linux',
  }
}
function output(command: string, args: readonly string[]): string {
  try {
    return execFileSync(command, args, { encoding: 'utf8', timeout: 8000, stdio: ['ignore', 'pipe', 'ignore'] })
  } catch {
    return ''
  }
}
