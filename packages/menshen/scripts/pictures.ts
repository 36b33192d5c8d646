/** Takes the pictures of a real report for the README files: the review of examples/teahouse, in both languages. Needs Chromium and a build. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startBrowser } from '../src/io/browser/chromium.ts'

const home = fileURLToPath(new URL('../../..', import.meta.url))
const menshen = join(home, 'packages/menshen/bin/menshen.js')
const folder = join(home, 'docs/pictures')
const [width, height] = [1000, 1720]
const MOST_BYTES = 300_000

const top = mkdtempSync(join(tmpdir(), 'menshen-pictures-'))
const started = await startBrowser()
try {
  mkdirSync(folder, { recursive: true })
  for (const lang of ['zh', 'en']) {
    const report = join(top, `${lang}.html`)
    const args = [menshen, 'check', 'examples/teahouse', '--static', '--no-cache', '--exit-zero', '--quiet', '--lang', lang, '-o', report]
    execFileSync(process.execPath, args, { cwd: home, stdio: ['ignore', 'ignore', 'inherit'] })
    const page = await started.browser.newPage({ viewport: { width, height }, deviceScaleFactor: 1, colorScheme: 'light' })
    await page.setContent(readFileSync(report, 'utf8'))
    const picture = await page.screenshot({ clip: { x: 0, y: 0, width, height } })
    if (picture.length > MOST_BYTES) throw new Error(`report-${lang}.png would have ${picture.length} bytes`)
    writeFileSync(join(folder, `report-${lang}.png`), picture)
    console.log(`docs/pictures/report-${lang}.png: ${(picture.length / 1024).toFixed(0)} KiB`)
    await page.close()
  }
} finally {
  await started.close()
  rmSync(top, { recursive: true, force: true })
}
