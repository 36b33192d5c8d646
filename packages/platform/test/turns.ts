/** Turns of the way that not every submission takes: a second factor, a question and its answer, a postponement, papers, the way back to a former version. */
import { codeAt, stepOf } from '../src/http/totp.ts'
import { hurry, type Visitor } from './pages.ts'
import type { Way } from './walk.ts'

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
const bytesOf = (base32: string): Uint8Array => {
  const bytes: number[] = []
  let [value, bits] = [0, 0]
  for (const letter of base32.replace(/[\s=]/g, '')) {
    value = ((value << 5) | ALPHABET.indexOf(letter)) & 0xffff
    bits += 5
    if (bits >= 8) bytes.push((value >> (bits -= 8)) & 0xff)
  }
  return Uint8Array.from(bytes)
}

/** Sets a second factor up, leaves, and comes back with it. */
export const secondFactor = async (who: Visitor, email: string, password: string, look: Way['look']): Promise<void> => {
  const { page } = who
  await page.goto('/account')
  await page.getByLabel('先输入密码').fill(password)
  await page.getByRole('button', { name: '设置', exact: true }).click()
  await page.getByRole('img', { name: '两步验证的二维码' }).waitFor()
  const secret = bytesOf(await page.locator('.copyable code').first().innerText())
  await look(who, 'second-factor')
  await page.getByLabel('六位数字').fill(codeAt(secret, stepOf(Date.now())))
  await page.getByRole('button', { name: '确认', exact: true }).click()
  await page.getByText('请保存恢复码').waitFor()
  await look(who, 'second-factor-codes')
  await page.getByRole('button', { name: '退出', exact: true }).click()
  await page.getByRole('link', { name: '登录' }).waitFor()
  await page.goto('/sign-in')
  await page.getByLabel('邮箱').fill(email)
  await page.getByLabel('密码').fill(password)
  await page.getByRole('main').getByRole('button', { name: '登录' }).click()
  await page.getByText('请输入验证码').waitFor()
  await look(who, 'sign-in-code')
  // A code is good once: this is the next one, which clocks that differ a little make good already.
  await page.getByLabel('验证码').fill(codeAt(secret, stepOf(Date.now()) + 1))
  await page.getByRole('main').getByRole('button', { name: '登录' }).click()
  await page.waitForURL((url) => url.pathname !== '/sign-in')
}

/** Asks the developer from the workbench, who answers; the item is claimed again. By keys alone, but for the words. */
export const askAndAnswer = async (reviewer: Visitor, developer: Visitor, version: string, look: Way['look']): Promise<void> => {
  const { page } = reviewer
  await page.keyboard.press('i')
  await page.getByLabel('问题 中文').fill('附近的洗衣店从哪里来？请说明数据来源。')
  await page.getByLabel('问题 英文').fill('Where do the laundries come from? Please name the source.')
  await look(reviewer, 'workbench-asking', { whole: false })
  await page.keyboard.press('Control+Enter')
  await hurry(reviewer, page.getByText('待开发者补充').first())
  await developer.page.goto(version)
  await developer.page.getByText('审核员需要补充信息').waitFor()
  await look(developer, 'version-asked')
  await developer.page.getByRole('textbox').first().fill('来自门店自己登记的地址，每天更新一次。')
  await developer.page.getByRole('button', { name: '回复', exact: true }).first().click()
  await developer.page.getByText('审核员需要补充信息').waitFor({ state: 'detached' })
  await page.reload()
  await page.getByRole('button', { name: /领取这一项/ }).click()
  await page.locator('.verdict:not([disabled])').first().waitFor()
  await page.keyboard.press('9')
  await page.getByText('来自门店自己登记的地址').first().waitFor()
  await look(reviewer, 'workbench-answered', { whole: false })
}

/** Puts it off to another day, and takes it up again before that. */
export const postponed = async (reviewer: Visitor, developer: Visitor, version: string, look: Way['look']): Promise<void> => {
  const { page } = reviewer
  await page.keyboard.press('h')
  await page.getByLabel('原因 中文').fill('等待地图服务商的书面确认')
  await page.getByLabel('原因 英文').fill('Waiting for the map service to confirm in writing')
  await page.getByLabel('到哪天继续').fill(new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10))
  await page.keyboard.press('Control+Enter')
  await hurry(reviewer, page.getByRole('button', { name: '现在就继续审核' }))
  await look(reviewer, 'workbench-postponed', { whole: false })
  await developer.page.goto(version)
  await developer.page.getByText('审核暂缓').first().waitFor()
  await look(developer, 'version-postponed')
  await page.getByRole('button', { name: '现在就继续审核' }).click()
  await page.getByRole('button', { name: /领取这一项/ }).click()
  await page.locator('.verdict:not([disabled])').first().waitFor()
}

/** A paper is entered, accepted, the acceptance taken back, and then refused with a reason that its owner reads. */
export const papers = async (
  developer: Visitor,
  checker: Visitor,
  /** Who had no part in the first check: nobody takes back their own. */
  other: Visitor,
  picture: Buffer,
  look: Way['look'],
): Promise<void> => {
  const { page } = developer
  await page.goto('/documents')
  await page.getByRole('button', { name: '登记文件' }).click()
  const form = page.getByRole('dialog')
  const kinds = form.getByRole('combobox').first()
  await kinds.locator('option').nth(1).waitFor({ state: 'attached' })
  await kinds.selectOption({ index: 1 })
  const kind = await kinds.inputValue()
  await form.getByLabel('编号').fill('TEST-2026-001')
  await form.locator('input[type=file]').setInputFiles({ name: 'permit.png', mimeType: 'image/png', buffer: picture })
  await form.getByText('permit.png').waitFor()
  await look(developer, 'document-new', { whole: false })
  await form.getByRole('button', { name: '登记', exact: true }).click()
  await page.getByRole('cell', { name: kind }).waitFor()
  await checker.page.goto('/checks/documents')
  const card = checker.page.locator('.card').filter({ hasText: 'permit.png' })
  await card.waitFor()
  await look(checker, 'checks-document')
  await card.getByRole('button', { name: '核对无误' }).click()
  await card.waitFor({ state: 'detached' })
  await other.page.goto('/checks/documents')
  const paper = other.page.locator('.card').filter({ hasText: 'permit.png' })
  await other.page.getByRole('tab', { name: '已核对' }).click()
  await paper.getByRole('button', { name: '推翻…' }).click()
  await other.page.getByLabel('原因（中文）').fill('编号与登记机关公布的不一致')
  await other.page.getByLabel('原因（英文）').fill('The number differs from what the registry publishes')
  await look(other, 'checks-document-reversed', { whole: false })
  await other.page.getByRole('button', { name: '推翻', exact: true }).click()
  await paper.waitFor({ state: 'detached' })
  await other.page.getByRole('tab', { name: '等待核对' }).click()
  await paper.getByRole('button', { name: '不通过…' }).click()
  await paper.getByLabel('原因（中文）').fill('编号查不到，请上传新的证件')
  await paper.getByLabel('原因（英文）').fill('The number is not on record: please put the new paper')
  await paper.getByRole('button', { name: '不通过', exact: true }).click()
  await paper.waitFor({ state: 'detached' })
  await page.goto('/documents')
  await page.getByText('编号查不到，请上传新的证件').waitFor()
  await look(developer, 'documents-refused')
}

/** The version that was live before becomes the live one again. */
export const rollBack = async (developer: Visitor, former: string, look: Way['look']): Promise<void> => {
  const { page } = developer
  await page.goto(`${former}/release`)
  await page.getByText('这是历史版本').waitFor()
  await look(developer, 'release-former')
  await page.getByRole('button', { name: '回退到这个版本' }).click()
  await page.getByRole('button', { name: '确定' }).click()
  await page.getByText('这个版本已向全部用户发布').waitFor()
}

/** An address that is told of events is added, its secret seen once, and taken away. */
export const webhook = async (developer: Visitor, program: string, look: Way['look']): Promise<void> => {
  const { page } = developer
  await page.goto(`${program}/webhooks`)
  await page.getByText('还没有通知网址').waitFor()
  await page.getByRole('button', { name: '添加网址' }).click()
  await page.getByRole('textbox', { name: '网址' }).fill('https://hooks.example.org/menshen')
  await look(developer, 'webhook-new', { whole: false })
  await page.getByRole('button', { name: '添加', exact: true }).click()
  await page.getByText('请现在保存密钥').waitFor()
  await page.getByRole('button', { name: '已保存' }).click()
  await page.getByRole('button', { name: '最近的调用' }).click()
  await page.getByText('还没有调用过').waitFor()
  await look(developer, 'webhooks')
  await page.getByRole('button', { name: '移除…' }).click()
  await page.getByRole('button', { name: '移除', exact: true }).click()
  await page.getByText('还没有通知网址').waitFor()
}

/** The developer appeals against a refusal; somebody who had no part in it reads it whole and answers, and the developer sees the answer. */
export const appealed = async (developer: Visitor, officer: Visitor, look: Way['look']): Promise<void> => {
  const { page } = developer
  await page.getByRole('button', { name: '申诉', exact: true }).click()
  const form = page.getByRole('dialog')
  await form.getByRole('textbox').fill('位置是在首页打开时取的，但页面上写明了用途。')
  await look(developer, 'appeal-new', { whole: false })
  await form.getByRole('button', { name: '提出申诉' }).click()
  await page.getByText('申诉等待处理').waitFor()
  await look(developer, 'appeal-waiting')
  await officer.page.goto('/appeals')
  await officer.page.getByText('但页面上写明了用途').waitFor()
  await officer.page.getByRole('button', { name: '看原决定的理由陈述' }).click()
  await officer.page.getByText('如何修改').first().waitFor()
  await officer.page.getByText('维持原决定', { exact: true }).click()
  await officer.page.getByLabel('原因（中文）').fill('写明用途之后仍须先有用户的操作，再请求位置。')
  await officer.page.getByLabel('原因（英文）').fill('Saying what for is not enough: somebody has to act before the position is asked for.')
  await look(officer, 'appeals')
  await officer.page.getByRole('button', { name: '答复', exact: true }).click()
  await officer.page.getByText('没有等待处理的申诉').waitFor()
  await officer.page.getByRole('tab', { name: '已处理' }).click()
  await officer.page.getByText('写明用途之后仍须先有用户的操作').waitFor()
  await look(officer, 'appeals-decided')
  await page.reload()
  await page.getByText('申诉后维持原决定').waitFor()
  await look(developer, 'appeal-answered')
}

/** A point of service nearby, with the paper that shows it to be one's own. */
export const nearbyPlace = async ({ page, ...who }: Visitor, picture: Buffer, look: Way['look']): Promise<void> => {
  await page.getByRole('button', { name: '添加地点' }).click()
  const place = page.locator('.card--quiet')
  await place.getByLabel('名称').fill('云上洗衣东街店')
  await place.getByLabel('电话').fill('0591-87654321')
  await place.getByLabel('地址').fill('福州市鼓楼区东街 1 号')
  await place.getByLabel('提供什么服务').fill('自助洗衣')
  await place.getByLabel('纬度').fill('26.1')
  await place.getByLabel('经度').fill('119.3')
  await place.locator('input[type=file]').setInputFiles({ name: 'lease.png', mimeType: 'image/png', buffer: picture })
  await place.getByText('已上传').waitFor()
  await look({ page, ...who }, 'listing-nearby')
}
