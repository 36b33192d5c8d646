/** A browser that walks the platform as people do: by what is written on buttons and beside fields, and with a look at every page on the way. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Locator, type Page } from 'playwright-core'
import { faultsOf, sideways } from './readable.ts'

export interface Visitor {
  readonly page: Page
  readonly context: BrowserContext
  /** What the browser complained of: broken policies, failed scripts. */
  readonly complaints: string[]
}
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env['MENSHEN_CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
  })

/** Somebody with a browser of their own, who reads Chinese. */
export const visitor = async (browser: Browser, origin: string): Promise<Visitor> => {
  const context = await browser.newContext({
    baseURL: origin,
    viewport: WIDE,
    locale: 'zh-CN',
    colorScheme: 'light',
    // Without transitions a colour is what it is at once.
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  // The page's own clock, which goes by itself; `hurry` moves it on.
  await page.clock.install()
  const complaints: string[] = []
  // Says where a style or script was refused, which the browser's own words do not.
  await page.addInitScript(
    `addEventListener('securitypolicyviolation', (one) => console.error('policy: ' + one.violatedDirective + ' ' + one.sourceFile + ':' + one.lineNumber + ':' + one.columnNumber))`,
  )
  page.on('pageerror', (error) => complaints.push(`page: ${error.message}`))
  page.on('console', (message) => {
    const text = message.text()
    // An answer that says no is shown on the page; a policy that is broken is shown nowhere else.
    if (message.type() === 'error' && !/Failed to load resource|Content Security Policy/.test(text)) complaints.push(text)
  })
  page.setDefaultTimeout(60_000)
  return { page, context, complaints }
}

export const signIn = async ({ page }: Visitor, email: string, password: string): Promise<void> => {
  await page.goto('/sign-in')
  await page.getByLabel('邮箱').fill(email)
  await page.getByLabel('密码').fill(password)
  await page.getByRole('main').getByRole('button', { name: '登录' }).click()
  await page.waitForURL((url) => url.pathname !== '/sign-in')
}

/** Lets the page's clock run on until something is there: ten seconds of thinking again are not waited for. */
export const hurry = async ({ page }: Visitor, there: Locator): Promise<void> => {
  for (let seconds = 0; seconds < 40 && !(await there.isVisible()); seconds++) {
    await page.clock.runFor(1000)
    await page.waitForTimeout(60)
  }
  await there.waitFor()
}

const WIDE = { width: 1280, height: 900 }
const NARROW = { width: 390, height: 844 }

/** Looks whether people can read a page in both themes, and takes it in both languages, wide and narrow. Without a folder no picture is taken. */
export const pictures =
  (folder: string | undefined) =>
  async (
    { page, complaints }: Visitor,
    name: string,
    { whole = true, buttons = true }: { readonly whole?: boolean; readonly buttons?: boolean } = {},
  ): Promise<void> => {
    const theme = (mode: 'light' | 'dark') => page.evaluate(`document.documentElement.setAttribute('theme-mode', '${mode}')`)
    const take = (tail: string) =>
      page.screenshot({ path: join(folder ?? '', `${name}.${tail}.png`), fullPage: whole, animations: 'disabled' })
    // What is asked for has come, and has been drawn.
    await page.locator('main').first().waitFor()
    await page.locator('.loading').first().waitFor({ state: 'detached' })
    for (const mode of ['dark', 'light'] as const) {
      await theme(mode)
      complaints.push(...(await faultsOf(page)).map((fault) => `${name}, ${mode}: ${fault}`))
    }
    if (folder === undefined) return
    mkdirSync(folder, { recursive: true })
    await page.evaluate('scrollTo(0, 0)')
    // A page without the frame around it has no button for the language.
    for (const lang of buttons ? (['zh', 'en'] as const) : (['zh'] as const)) {
      if (lang === 'en') await page.getByRole('button', { name: 'EN', exact: true, includeHidden: true }).dispatchEvent('click')
      for (const [size, wide] of [
        [WIDE, 'wide'],
        [NARROW, 'narrow'],
      ] as const) {
        await page.setViewportSize(size)
        await page.waitForTimeout(150)
        complaints.push(...(await sideways(page)).map((fault) => `${name}, ${lang}, ${wide}: ${fault}`))
        for (const mode of ['light', 'dark'] as const) {
          await theme(mode)
          await take(`${lang}-${wide}-${mode}`)
        }
      }
      await theme('light')
      await page.setViewportSize(WIDE)
    }
    if (buttons) await page.getByRole('button', { name: '中文', exact: true, includeHidden: true }).dispatchEvent('click')
  }
