/**
 * Before the tests: sees to it that there is a Chromium, and a font with Chinese characters for it. On Debian and Ubuntu what is missing
 * is installed with apt, with sudo where that is needed; elsewhere it says what to do. Nothing happens when both are there.
 */
import { spawnSync } from 'node:child_process'
import { findChromium } from '../src/io/browser/chromium.ts'

const run = (command: string, args: readonly string[]) =>
  spawnSync(command, args, { stdio: ['inherit', 'inherit', 'inherit'] }).status === 0
const says = (command: string, args: readonly string[]) => spawnSync(command, args, { encoding: 'utf8' })

const hasChinese = (): boolean => {
  const fonts = says('fc-list', [':lang=zh', 'family'])
  return fonts.status === 0 && fonts.stdout.trim() !== ''
}
// Only Linux comes without Chinese fonts.
const missing = [
  ...(findChromium() === null ? ['chromium'] : []),
  ...(process.platform !== 'linux' || hasChinese() ? [] : ['fonts-noto-cjk', 'fontconfig']),
]
if (missing.length > 0) {
  const root = process.getuid?.() === 0
  const asRoot = (args: readonly string[]) => (root ? run(args[0]!, args.slice(1)) : run('sudo', args))
  const apt = says('apt-get', ['--version']).status === 0 && (root || says('sudo', ['--version']).status === 0)
  console.log(`Some tests run programs in a browser. Missing: ${missing.join(', ')}`)
  const install = (names: readonly string[]) =>
    asRoot(['env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', 'install', '-y', '-qq', '--no-install-recommends', ...names])
  if (apt && asRoot(['apt-get', 'update', '-qq'])) {
    install(missing)
    // Ubuntu has it under another name.
    if (findChromium() === null) install(missing.map((name) => (name === 'chromium' ? 'chromium-browser' : name)))
  }
  if (findChromium() === null) {
    console.error(
      'No Chromium could be installed. Install Chromium or Chrome and run the tests again, with MENSHEN_CHROMIUM=/its/path when it is in an unusual place.\nThe tests that need none: npx vitest run --exclude "**/io/browser/**"',
    )
    process.exit(1)
  }
}
