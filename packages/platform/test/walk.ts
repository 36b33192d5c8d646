/**
 * The whole way, as people walk it: registration, a submission that is refused with reasons, a mended one that is approved,
 * released step by step and found in the directory. Everything goes through the pages.
 */
import { setTimeout as pause } from 'node:timers/promises'
import type { Browser } from 'playwright-core'
import { hurry, type pictures, signIn, type Visitor, visitor } from './pages.ts'
import { appealed, askAndAnswer, nearbyPlace, papers, postponed, rollBack, secondFactor, webhook } from './turns.ts'

export interface Way {
  readonly browser: Browser
  readonly origin: string
  /** Of all members of the staff. */
  readonly password: string
  readonly staff: {
    readonly operator: string
    readonly editor: string
    readonly checker: string
    readonly other: string
    readonly reviewer: string
    readonly senior: string
    readonly appeals: string
  }
  readonly packages: { readonly bad: Buffer; readonly good: Buffer; readonly newer: Buffer }
  readonly picture: Buffer
  readonly look: ReturnType<typeof pictures>
  readonly tell?: (step: string) => void
  /** From here on programs are not run in a browser any more: that was seen once, and takes the longest. */
  readonly spare: () => Promise<void>
}
const MAIL = 'tea@example.org'
const WORDS = 'a sentence that is easy to keep'
const NAME = '云上洗衣'

const ZH = `本条款约定开发者与平台之间的权利和义务。开发者应提供真实的主体资料，对所提交的小程序负责，并遵守审核规则。平台会写明每个决定的理由。`
const EN = `These terms say what developers and the platform owe each other. Developers give true details of who they are, answer for the programs that they submit, and keep the rules. The platform gives reasons for each decision.`

export interface Walked {
  readonly complaints: readonly string[]
}
export const walk = async (way: Way): Promise<Walked> => {
  const { browser, origin, staff, look, password } = way
  const tell = way.tell ?? (() => {})
  const people: Visitor[] = []
  const someone = async (email?: string): Promise<Visitor> => {
    const one = await visitor(browser, origin)
    people.push(one)
    if (email !== undefined) await signIn(one, email, password)
    return one
  }

  tell('terms')
  const operator = await someone(staff.operator)
  await operator.page.goto('/publish-terms')
  await operator.page.getByLabel('中文').fill(ZH)
  await operator.page.getByLabel('英文').fill(EN)
  await look(operator, 'publish-terms')
  await operator.page.getByRole('button', { name: '提出', exact: true }).click()
  await operator.page.getByText('由另一位规则编辑读过并确认').waitFor()
  const editor = await someone(staff.editor)
  await editor.page.goto('/publish-terms')
  await editor.page.getByRole('button', { name: '确认并发布' }).waitFor()
  await look(editor, 'confirm-terms')
  await editor.page.getByRole('button', { name: '确认并发布' }).click()
  await editor.page.getByText('现行第 1 版').waitFor()

  tell('registration')
  const developer = await someone()
  const { page } = developer
  await page.goto('/')
  await look(developer, 'directory-empty')
  await page.goto('/sign-in')
  await look(developer, 'sign-in')
  await page.goto('/register')
  await page.getByLabel('邮箱').fill(MAIL)
  await page.getByLabel('密码').first().fill(WORDS)
  await page.getByLabel('再输一次').fill(WORDS)
  await page.getByLabel('显示名').fill('叶子')
  await page.getByLabel('管理员姓名').fill('叶子')
  await page.getByLabel('管理员电话').fill('13800000000')
  await page.getByRole('checkbox').check({ force: true })
  await look(developer, 'register')
  await page.getByRole('main').getByRole('button', { name: '注册' }).click()
  await page.getByRole('heading', { name: '请查收邮件' }).waitFor()

  tell('verification')
  const link = await mailLink(operator, MAIL, '/verify')
  await look(operator, 'mail')
  await page.goto(link)
  await page.getByText('邮箱已验证').waitFor()
  await look(developer, 'verified')
  await signIn(developer, MAIL, WORDS)

  tell('entity')
  await page.goto('/programs')
  await page.getByText('还差一步').waitFor()
  await look(developer, 'programs-empty')
  await page.goto('/entity')
  await page.getByText('企业', { exact: true }).click()
  await page.getByLabel('名称（与证照一致）').fill('示例云上洗衣有限公司')
  await page.getByLabel('统一社会信用代码或登记号').fill('91350100M000100Y43')
  await page.locator('input[type=file]').setInputFiles({ name: 'licence.png', mimeType: 'image/png', buffer: way.picture })
  await page.getByText('licence.png').waitFor()
  await look(developer, 'entity')
  await page.getByRole('button', { name: '提交核验' }).click()
  await page.getByText('核验员正在核验').waitFor()
  await look(developer, 'entity-in-review')
  const checker = await someone(staff.checker)
  await checker.page.goto('/checks/entities')
  await checker.page.getByRole('link', { name: '示例云上洗衣有限公司' }).waitFor()
  await look(checker, 'checks-entities')
  await checker.page.getByRole('link', { name: '示例云上洗衣有限公司' }).click()
  await checker.page.getByRole('button', { name: '显示证件号码' }).click()
  await checker.page.getByText('91350100M000100Y43').waitFor()
  await look(checker, 'checks-entity')
  await checker.page.getByRole('button', { name: '核验通过' }).click()
  await checker.page.getByText('没有等待核验的主体').waitFor()

  tell('program')
  await page.goto('/programs')
  await page.getByRole('button', { name: '创建第一个小程序' }).click()
  await page.getByLabel('名称').fill(NAME)
  await page.getByText('可以使用').waitFor()
  await look(developer, 'program-new', { whole: false })
  await page.getByRole('button', { name: '创建', exact: true }).click()
  await page.waitForURL(/\/programs\/[0-9a-f-]{36}$/)
  const program = new URL(page.url()).pathname
  await page.getByText('还没有版本').waitFor()
  await look(developer, 'program-without-versions')

  tell('listing')
  await page.getByRole('link', { name: '资料', exact: true }).click()
  await page.getByLabel('名称').waitFor()
  await page.getByRole('button', { name: '保存' }).click()
  await page
    .getByText(/还缺 \d+ 项/)
    .first()
    .waitFor()
  await look(developer, 'listing-lacking')
  await page.getByLabel('简介').fill('查看附近的自助洗衣店，了解空闲的洗衣机，按距离找到最近的一家。')
  await page.getByLabel('详细介绍').fill('输入街道或点击“用我的位置”，按距离列出附近的自助洗衣店和空闲的机器。')
  await page.getByLabel('标签').fill('洗衣 附近')
  await page.getByLabel('查找类目').fill('家政')
  const leaf = page.locator('.picks button').first()
  await leaf.waitFor()
  await leaf.click()
  await page.locator('input[type=file]').first().setInputFiles({ name: 'icon.png', mimeType: 'image/png', buffer: way.picture })
  await page.waitForTimeout(800)
  await page.getByRole('button', { name: '添加一项' }).click()
  await page.getByPlaceholder('项目，例如位置').fill('位置')
  await page.getByPlaceholder('用途').fill('点击后按距离排列附近的洗衣店')
  await page.getByLabel('邮箱').fill('hello@example.org')
  await page.getByLabel('电话').first().fill('13800000000')
  await nearbyPlace(developer, way.picture, look)
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await page.getByText('可以提交审核').waitFor()
  await look(developer, 'listing')

  tell('upload')
  const bad = await upload(developer, program, way.packages.bad, '1.0.0', '第一版：附近的洗衣店', look)
  await look(developer, 'version-checked')
  tell('trial')
  await page.getByRole('button', { name: '生成体验二维码' }).click()
  await page.getByRole('button', { name: '结束体验' }).waitFor()
  await look(developer, 'version-trial')
  const trial = new URL(await page.locator('.copyable code').first().innerText()).pathname
  await page.goto(trial)
  await page.getByText('体验版没有经过审核').waitFor()
  await look(developer, 'trial')

  tell('submission')
  await page.goto(`${bad}/submit`)
  await page.getByLabel('写给审核员和用户').waitFor()
  await look(developer, 'submit')
  await page.getByRole('button', { name: '提交审核' }).click()
  await page.waitForURL((url) => url.pathname === bad)
  await page.getByText('审核进度').waitFor()
  await look(developer, 'version-in-review')

  tell('automated review')
  await page.getByText('等待人工审核').first().waitFor({ timeout: 180_000 })
  await page.getByText('项违规').first().waitFor()
  await look(developer, 'version-findings')

  tell('second factor')
  const reviewer = await someone(staff.reviewer)
  await secondFactor(reviewer, staff.reviewer, password, look)

  tell('review')
  await review(reviewer, look)
  tell('question and answer')
  await askAndAnswer(reviewer, developer, bad, look)
  tell('postponement')
  await postponed(reviewer, developer, bad, look)

  tell('refusal')
  await refuse(reviewer, look)

  tell('what the developer sees')
  await page.goto(bad)
  await page.getByText('审核未通过').first().waitFor()
  await look(developer, 'version-refused')
  await page.goto('/decisions')
  await look(developer, 'decisions')
  await page
    .getByRole('link', { name: new RegExp(NAME) })
    .first()
    .click()
  await page.getByText('理由陈述').waitFor()
  await look(developer, 'decision')
  tell('appeal')
  await appealed(developer, await someone(staff.appeals), look)

  tell('mended')
  await way.spare()
  const good = await upload(developer, program, way.packages.good, '1.0.1', '点击之后才请求位置')
  await page.goto(`${good}/submit`)
  await page.getByText('上一轮 1.0.0 的问题').waitFor()
  for (const tick of await page.locator('li').getByRole('checkbox').all()) await tick.check({ force: true })
  await look(developer, 'resubmit')
  await page.getByRole('button', { name: '提交审核' }).click()
  await page.waitForURL((url) => url.pathname === good)
  await page
    .getByText(/等待人工审核|审核通过/)
    .first()
    .waitFor({ timeout: 180_000 })

  tell('approval')
  if ((await page.getByText('等待人工审核').count()) > 0) await approve(reviewer, look)
  await page.goto(good)
  await page.getByText('审核通过').first().waitFor()
  await look(developer, 'version-approved')

  tell('release')
  await page.goto(`${good}/release`)
  await page.getByRole('button', { name: '10%', exact: true }).click()
  await look(developer, 'release-before')
  await page.getByRole('button', { name: '向 10% 的用户发布' }).click()
  await page.getByText('现在 10% 的用户使用这个版本').waitFor()
  await page.getByRole('button', { name: '50%', exact: true }).click()
  await page.getByRole('button', { name: '提高到 50%' }).click()
  await page.getByText('现在 50% 的用户使用这个版本').waitFor()
  await look(developer, 'release-gray')
  await page.getByRole('button', { name: '全量发布' }).click()
  await page.getByRole('button', { name: '确定' }).click()
  await page.getByText('这个版本已向全部用户发布').waitFor()
  await look(developer, 'release-live')

  tell('a newer version, and back')
  const newer = await upload(developer, program, way.packages.newer, '1.0.2', '按钮的说明更清楚')
  await page.goto(`${newer}/submit`)
  await page.getByRole('button', { name: '提交审核' }).click()
  await page.waitForURL((url) => url.pathname === newer)
  await page
    .getByText(/等待人工审核|审核通过/)
    .first()
    .waitFor({ timeout: 180_000 })
  if ((await page.getByText('等待人工审核').count()) > 0) await approve(reviewer, look)
  await page.goto(`${newer}/release`)
  await page.getByRole('button', { name: '100%', exact: true }).click()
  await page.getByRole('button', { name: '向 100% 的用户发布' }).click()
  await page.getByText('现在 100% 的用户使用这个版本').waitFor()
  await page.getByRole('button', { name: '全量发布' }).click()
  await page.getByRole('button', { name: '确定' }).click()
  await page.getByText('这个版本已向全部用户发布').waitFor()
  await rollBack(developer, good, look)

  tell('papers')
  await papers(developer, checker, await someone(staff.other), way.picture, look)
  tell('webhooks')
  await webhook(developer, program, look)

  tell('directory')
  const anybody = await someone()
  await anybody.page.goto('/')
  await anybody.page.getByPlaceholder('名称、简介、标签').fill('洗衣')
  await anybody.page.getByRole('link', { name: new RegExp(NAME) }).waitFor()
  await look(anybody, 'directory')
  await anybody.page.getByRole('link', { name: new RegExp(NAME) }).click()
  await anybody.page.getByText('扫码使用').waitFor()
  await look(anybody, 'card')

  tell('the rest')
  for (const [who, path, name] of [
    [anybody, '/nearby', 'nearby-before'],
    [anybody, '/rules', 'rules'],
    [anybody, '/terms', 'terms'],
    [developer, '/programs', 'programs'],
    [developer, program, 'program'],
    [developer, '/documents', 'documents'],
    [developer, '/certification', 'certification'],
    [developer, '/account', 'account'],
    [developer, '/tokens', 'tokens'],
    [reviewer, '/review', 'queues'],
    [operator, '/operation', 'operation'],
    [operator, '/rule-modes', 'rule-modes'],
    [operator, '/settings', 'settings'],
    [operator, '/people', 'people'],
    [operator, '/audit', 'audit'],
    [checker, '/checks/documents', 'checks-documents'],
    [checker, '/checks/certifications', 'checks-certifications'],
  ] as const) {
    await who.page.goto(path)
    await who.page.getByRole('heading', { level: 1 }).waitFor()
    await look(who, name, { whole: name !== 'rule-modes' && name !== 'rules' })
  }
  await anybody.context.grantPermissions(['geolocation'])
  await anybody.context.setGeolocation({ latitude: 26.1, longitude: 119.301 })
  await anybody.page.goto('/nearby')
  await anybody.page.getByRole('button', { name: '用我的位置查找' }).click()
  await anybody.page.getByText('云上洗衣东街店').waitFor()
  await look(anybody, 'nearby')
  const senior = await someone(staff.senior)
  await senior.page.goto('/lead')
  await senior.page.getByRole('heading', { level: 1 }).waitFor()
  await look(senior, 'lead')
  await senior.page.goto('/held')
  await senior.page.getByRole('heading', { level: 1 }).waitFor()
  await look(senior, 'held')

  const complaints = people.flatMap((one) => one.complaints)
  for (const one of people) await one.context.close()
  return { complaints }
}

/** Reads the newest mail to somebody, as the development pages show it, and takes the link out of it. */
const mailLink = async ({ page }: Visitor, to: string, path: string): Promise<string> => {
  await page.goto('/mail')
  await page.getByPlaceholder('收件人').fill(to)
  const text = page.locator('pre.note').first()
  await page.locator('details summary').first().click({ timeout: 30_000 })
  const found = (await text.innerText()).match(new RegExp(`https?://\\S+${path}\\?\\S+`))
  if (found === null) throw new Error(`no link to ${path} in the mail to ${to}`)
  // The origin that mails name is an operator's setting.
  const { pathname, search } = new URL(found[0])
  return pathname + search
}

const upload = async (
  who: Visitor,
  program: string,
  bytes: Buffer,
  label: string,
  changelog: string,
  look?: Way['look'],
): Promise<string> => {
  const { page } = who
  await page.goto(`${program}/upload`)
  await page.locator('input[type=file]').setInputFiles({ name: `program-${label}.zip`, mimeType: 'application/zip', buffer: bytes })
  await page.getByLabel('版本号').fill(label)
  await page.getByLabel('更新说明').fill(changelog)
  await look?.(who, 'upload')
  await page.getByRole('button', { name: '上传', exact: true }).click()
  await page.waitForURL(/\/versions\/[0-9a-f-]{36}$/)
  await page.getByRole('link', { name: '提交审核' }).waitFor({ timeout: 60_000 })
  return new URL(page.url()).pathname
}

/** Waits until a count has fallen, and says to what. */
const fewer = async (count: () => Promise<number>, before: number): Promise<number> => {
  for (let tries = 0; tries < 150; tries++) {
    const now = await count()
    if (now < before) return now
    await pause(100)
  }
  throw new Error(`still ${before}`)
}

/** Claims what waits and walks through the tabs. */
const review = async (who: Visitor, look: Way['look']): Promise<void> => {
  const { page } = who
  await page.goto('/review')
  await page.getByRole('link', { name: new RegExp(NAME) }).waitFor()
  await look(who, 'queues-waiting')
  await page.getByRole('button', { name: '领取下一个' }).click()
  await page.waitForURL(/\/review\/[0-9a-f-]{36}$/)
  await page.getByRole('tab', { name: /问题/ }).waitFor()
  await page.getByRole('radio', { name: /不通过/ }).waitFor()
  const names = ['summary', 'findings', 'screens', 'run', 'code', 'listing', 'privacy', 'documents', 'history']
  for (const [i, name] of names.entries()) {
    await page.keyboard.press(String(i + 1))
    await page.waitForTimeout(500)
    await look(who, `workbench-${i + 1}-${name}`, { whole: false })
  }
  await page.keyboard.press('?')
  await page.getByRole('dialog').waitFor()
  await look(who, 'workbench-keys', { whole: false })
  await page.keyboard.press('Escape')
}

const refuse = async (who: Visitor, look: Way['look']): Promise<void> => {
  const { page } = who
  await page.keyboard.press('2')
  const open = () => page.locator('.mark--open').count()
  for (let left = await open(); left > 0; ) {
    await page.keyboard.press('y')
    left = await fewer(open, left)
  }
  await page.keyboard.press('r')
  const send = page.getByRole('button', { name: /发送/ })
  await page.locator('.wb-send button:not([disabled])', { hasText: '发送' }).waitFor()
  await look(who, 'workbench-refusing', { whole: false })
  await page.getByRole('button', { name: '预览' }).click()
  await page.getByRole('dialog').getByText('如何修改').first().waitFor()
  await look(who, 'workbench-preview', { whole: false })
  await page.keyboard.press('Escape')
  // Sent, thought better of, and sent again.
  await page.keyboard.press('Control+Enter')
  await page.getByText('秒后发出').first().waitFor()
  await look(who, 'workbench-undo', { whole: false })
  await page.keyboard.press('z')
  await page.getByText('已撤销，没有发送').waitFor()
  await send.waitFor()
  // A decision about an older row is not taken: the page says what has changed, and the draft is there again.
  await page.route('**/decision', (route) => {
    const body = { ...(route.request().postDataJSON() as { rv: number }) }
    return route.continue({ postData: JSON.stringify({ ...body, rv: body.rv - 1 }) })
  })
  await page.keyboard.press('Control+Enter')
  await hurry(who, page.getByText('没有发送：这一项已经变了'))
  await look(who, 'workbench-stale', { buttons: false })
  await page.unroute('**/decision')
  await page.getByRole('button', { name: '重新打开这一项' }).click()
  await page.locator('.wb-send button:not([disabled])', { hasText: '发送' }).waitFor()
  await page.keyboard.press('Control+Enter')
  await hurry(who, page.getByText(/决定已生效|已交给第二人/))
}

const approve = async (who: Visitor, look: Way['look']): Promise<void> => {
  const { page } = who
  await page.goto('/review')
  await page.getByRole('button', { name: '领取下一个' }).click()
  await page.waitForURL(/\/review\/[0-9a-f-]{36}$/)
  await page.getByRole('radio', { name: /不通过/ }).waitFor()
  await page.keyboard.press('5')
  // Against the version before, for none was approved yet; then to what has changed.
  await page.keyboard.press('d')
  await page
    .getByRole('button', { name: /position\.js|promisify\.js|home\.js/ })
    .first()
    .click()
  await page.waitForTimeout(800)
  await page.keyboard.press('n')
  await look(who, 'workbench-5-code-changed', { whole: false })
  await page.keyboard.press('2')
  const open = () => page.locator('.mark--open').count()
  for (let left = await open(); left > 0; ) {
    await page.keyboard.press('x')
    await page.getByRole('dialog').getByRole('textbox').fill('看过代码和运行画面，符合规则')
    await page.getByRole('dialog').getByRole('button', { name: '排除', exact: true }).click()
    left = await fewer(open, left)
  }
  await page.keyboard.press('a')
  await page.locator('.wb-send button:not([disabled])', { hasText: '发送' }).waitFor()
  await look(who, 'workbench-approving', { whole: false })
  await page.keyboard.press('Control+Enter')
  await hurry(who, page.getByText(/决定已生效|已交给第二人/))
}
