/** What mails say, in both languages. `{link}` stands in a line of its own; what is not known is left out with its line. */
import type { Text } from '../domain/words.ts'

export interface MailWords {
  readonly subject: Text
  readonly body: Text
  /** Where the link leads, without the origin. */
  readonly path: string
  /** A token that is made as the mail is: it never lies in a queue. */
  readonly token?: { readonly kind: 'verify' | 'reset'; readonly hours: number }
}
const words = (path: string, zh: readonly [string, string], en: readonly [string, string], token?: MailWords['token']): MailWords => ({
  subject: { zh: zh[0], en: en[0] },
  body: { zh: zh[1], en: en[1] },
  path,
  ...(token ? { token } : {}),
})
const VERSION = '/programs/{program-id}/versions/{version-id}'
const DECISIONS = '/decisions'

export const MAILS: Readonly<Record<string, MailWords>> = {
  // Accounts.
  'verify-mail': words(
    '/verify?token={token}',
    ['请验证你的邮箱', '点开下面的链接完成邮箱验证，24 小时内有效。如果不是你本人注册，不用理会。'],
    [
      'Verify your e-mail address',
      'Open the link to verify your address; it is good for 24 hours. If you did not register, there is nothing to do.',
    ],
    { kind: 'verify', hours: 24 },
  ),
  'account-exists': words(
    '/login',
    ['你已经有账号', '有人用这个邮箱注册。你已经有账号，可以直接登录；忘记口令时可以重设。如果不是你本人操作，不用理会。'],
    [
      'You have an account already',
      'Somebody registered with this address. You have an account already: sign in, or set a new password. If it was not you, there is nothing to do.',
    ],
  ),
  'password-reset': words(
    '/reset?token={token}',
    ['重设口令', '点开下面的链接设置新口令，1 小时内有效。如果不是你本人要求，不用理会，口令没有变化。'],
    ['Set a new password', 'Open the link to set a new password; it is good for one hour. If you did not ask for it, nothing has changed.'],
    { kind: 'reset', hours: 1 },
  ),
  'password-changed': words(
    '/forgotten',
    ['口令已修改', '账号的口令刚刚修改，所有登录和令牌都已失效。如果不是你本人操作，请立即重设口令。'],
    [
      'Your password was changed',
      'The password of your account has just been changed; all sessions and tokens have ended. If it was not you, set a new one at once.',
    ],
  ),
  'second-factor-on': words(
    '/account',
    ['已开启两步验证', '你的账号已开启两步验证。'],
    ['Second factor is on', 'Signing in to your account now takes a second factor.'],
  ),
  'second-factor-off': words(
    '/account',
    ['两步验证已关闭', '你的账号已关闭两步验证。如果不是你本人操作，请立即修改口令。'],
    [
      'Second factor is off',
      'Signing in to your account takes no second factor any more. If it was not you, change your password at once.',
    ],
  ),
  'entity-verified': words(
    '/entity',
    ['主体核验通过', '主体资料已核验通过，可以创建小程序并提交审核了。'],
    ['Your entity is verified', 'Your entity is verified. You can now make programs and submit them.'],
  ),
  'entity-refused': words(
    '/entity',
    ['主体核验未通过', '主体资料未通过核验：{reason}\n修改后可以重新提交。'],
    ['Your entity was not verified', 'Your entity could not be verified: {reason}\nMend it and submit it again.'],
  ),
  'entity-question': words(
    '/entity',
    ['主体资料需要补充', '核验员有一个问题：{reason}\n请在 30 天内答复。'],
    ['A question about your entity', 'The checker has a question: {reason}\nPlease answer within 30 days.'],
  ),
  'entity-no-reply': words(
    '/entity',
    ['主体核验已退回', '问题在 30 天内没有得到答复，主体资料已退回。补充后可以重新提交。'],
    ['Your entity was sent back', 'The question was not answered within 30 days, so the form was sent back. It can be submitted again.'],
  ),
  'entity-again': words(
    '/entity',
    ['主体资料需要重新核验', '主体资料将重新核验：{reason}'],
    ['Your entity is checked again', 'Your entity is being checked again: {reason}'],
  ),
  dormant: words(
    '/login',
    ['账号即将停用', '账号已有 11 个月没有使用。30 天内登录一次即可保留，否则将停用并释放邮箱。'],
    [
      'Your account is about to end',
      'Your account was not used for eleven months. Sign in within 30 days to keep it; otherwise it ends and its address is free again.',
    ],
  ),
  closed: words(
    '/',
    ['账号已注销', '账号已注销。个人资料将在保留期满后销毁。按协议，请在 24 小时内删除通过小程序取得的用户数据。'],
    [
      'Your account is closed',
      'Your account is closed. What identifies you is destroyed when the time for keeping it is over. By the terms, user data that your programs took has to be deleted within 24 hours.',
    ],
  ),
  penalty: words(
    DECISIONS,
    ['处罚决定', '平台对你的账号或小程序“{program}”作出了处罚决定，依据和申诉办法见决定页面。'],
    [
      'A penalty',
      'The platform has decided on a penalty about your account or your program "{program}". Its grounds and how to appeal are on the page of the decision.',
    ],
  ),
  'penalty-over': words(
    '/',
    ['处罚已到期', '处罚期限已到，相关限制已解除。'],
    ['Your penalty is over', 'The time of the penalty is over; its limits are lifted.'],
  ),
  'penalty-lifted': words(
    '/',
    ['处罚已撤销', '处罚已撤销，相关限制已解除。'],
    ['Your penalty was lifted', 'The penalty was lifted, and its limits with it.'],
  ),
  // Papers.
  certified: words(
    '/certification',
    ['认证通过', '认证申请已通过。'],
    ['You are certified', 'Your application for certification was granted.'],
  ),
  'certification-refused': words(
    '/certification',
    ['认证未通过', '认证申请未通过：{reason}'],
    ['Certification refused', 'Your application for certification was refused: {reason}'],
  ),
  'certification-lapsed': words(
    '/certification',
    ['认证已到期', '认证已到期，可以重新申请。'],
    ['Your certification has lapsed', 'Your certification has come to its end; you can apply again.'],
  ),
  'document-valid': words(
    '/documents',
    ['证件已核对', '一份证件已核对有效。'],
    ['A document is valid', 'A document of yours was checked and is valid.'],
  ),
  'document-refused': words(
    '/documents',
    ['证件未通过核对', '一份证件未通过核对：{reason}'],
    ['A document was refused', 'A document of yours was refused: {reason}'],
  ),
  'document-expiring': words(
    '/documents',
    ['证件即将到期', '一份证件将在 30 天内到期，请及时更新。到期后依赖它的类目不能再发布新版本。'],
    [
      'A document is about to end',
      'A document of yours ends within 30 days; renew it in time. Categories that need it take no new versions after that.',
    ],
  ),
  'document-expired': words(
    '/documents',
    ['证件已到期', '一份证件已到期，请上传新的证件。'],
    ['A document has ended', 'A document of yours has come to its end; upload the new one.'],
  ),
  // Versions.
  'intake-refused': words(
    VERSION,
    ['“{program}” {version}：代码包未被接收', '代码包未被接收：{reason}\n改正后重新上传即可，不占用提交次数。'],
    [
      '"{program}" {version}: the package was not accepted',
      'The package was not accepted: {reason}\nMend it and upload it again; it does not count as a submission.',
    ],
  ),
  'intake-failed': words(
    VERSION,
    ['“{program}” {version}：代码包无法打开', '平台没能打开这个代码包，请重新上传；如果再次出现，请联系平台。'],
    [
      '"{program}" {version}: the package could not be opened',
      'The platform could not open the package. Upload it again; if that does not help, tell the platform.',
    ],
  ),
  approved: words(
    VERSION,
    ['“{program}” {version} 审核通过', '审核通过，现在可以发布。发布可以先从一部分用户开始。'],
    ['"{program}" {version} is approved', 'It is approved and can be released; to a part of its users first, if you like.'],
  ),
  refused: words(
    VERSION,
    [
      '“{program}” {version} 未通过审核',
      '这次提交没有通过。全部问题、位置、依据的条款和修改方法都在审核页面；可以逐条答复，修改后重新提交，也可以申诉。',
    ],
    [
      '"{program}" {version} was refused',
      'This submission was refused. All that was found, where, by which clause and how to mend it is on its page. You can answer each point, submit again, or appeal.',
    ],
  ),
  question: words(
    VERSION,
    ['“{program}” {version}：审核员有一个问题', '审核员提问：{reason}\n请在审核页面答复，期限见页面。'],
    [
      '"{program}" {version}: a question',
      'The reviewer asks: {reason}\nPlease answer on the page of the version, within the time that stands there.',
    ],
  ),
  postponed: words(
    VERSION,
    ['“{program}” {version} 暂缓审核', '审核暂缓：{reason}'],
    ['"{program}" {version} is postponed', 'The review is postponed: {reason}'],
  ),
  'no-reply': words(
    VERSION,
    ['“{program}” {version}：期限内没有答复', '审核员的问题在期限内没有得到答复，这次提交按未通过处理，可以重新提交。'],
    [
      '"{program}" {version}: no answer in time',
      'The reviewer’s question was not answered in time, so the submission is treated as refused. It can be submitted again.',
    ],
  ),
  withdrawn: words(
    VERSION,
    ['“{program}” {version} 已撤回', '开发者撤回了这次提交，不用再审核。'],
    ['"{program}" {version} was withdrawn', 'Its developer has withdrawn it; there is nothing left to review.'],
  ),
  live: words(
    VERSION,
    ['“{program}” {version} 已全量发布', '新版本已对所有用户发布。'],
    ['"{program}" {version} is live', 'The new version is out for everybody.'],
  ),
  stopped: words(
    VERSION,
    ['“{program}” {version} 的发布被暂停', '审核人员暂停了这次发布：{reason}'],
    ['The release of "{program}" {version} was stopped', 'A reviewer has stopped the release: {reason}'],
  ),
  unstopped: words(
    VERSION,
    ['“{program}” {version} 可以继续发布', '发布的暂停已解除。'],
    ['"{program}" {version} may be released again', 'The release is no longer stopped.'],
  ),
  'fix-by': words(
    VERSION,
    ['“{program}” {version} 需要限期整改', '已发布的版本发现问题，需要限期整改。期限、问题和修改方法见页面。'],
    [
      '"{program}" {version} has to be mended by a date',
      'Something was found in what is released. What, by when and how to mend it is on the page.',
    ],
  ),
  cleared: words(
    VERSION,
    ['“{program}” {version} 整改完成', '整改要求已解除。'],
    ['"{program}" {version} is cleared', 'Nothing has to be mended any more.'],
  ),
  pulled: words(
    VERSION,
    ['“{program}” {version} 已下架', '这个版本已下架。依据和申诉办法见页面；可以提交修改后的新版本。'],
    [
      '"{program}" {version} was pulled',
      'This version was pulled. The grounds and how to appeal are on the page; a mended version can be submitted.',
    ],
  ),
  restored: words(
    VERSION,
    ['“{program}” 已恢复', '先前的处理已撤销，状态已恢复。'],
    ['"{program}" is restored', 'What was done before was taken back.'],
  ),
  reopened: words(
    VERSION,
    ['“{program}” {version} 重新审核', '先前的决定已撤销，这次提交回到审核队列。'],
    ['"{program}" {version} is reviewed again', 'The decision before was taken back; the submission is in the queue again.'],
  ),
  'taken-down': words(
    DECISIONS,
    ['“{program}” 已下架', '小程序已下架，依据和申诉办法见决定页面。'],
    ['"{program}" was taken down', 'The program was taken down. The grounds and how to appeal are on the page of the decision.'],
  ),
  // Decisions.
  'appeal-received': words(
    DECISIONS,
    ['已收到申诉', '申诉已收到，由没有经手过此事的人处理。'],
    ['Your appeal was received', 'Your appeal was received. It is judged by somebody who had no part in the matter.'],
  ),
  'appeal-decided': words(
    DECISIONS,
    ['申诉有了结果', '申诉已处理完毕，结果和理由见决定页面：{reason}'],
    ['Your appeal was decided', 'Your appeal was decided; the outcome and its reasons are on the page of the decision: {reason}'],
  ),
  'decision-taken-back': words(
    DECISIONS,
    ['先前的决定已撤销', '平台撤销了先前的一个决定：{reason}'],
    ['A decision was taken back', 'The platform has taken back a decision: {reason}'],
  ),
  // People.
  'member-added': words(
    '/programs',
    ['你被加入一个小程序', '有人把你的账号加入了一个小程序，登录后可以看到。如果不认识对方，请忽略并联系平台。'],
    [
      'You were added to a program',
      'Somebody has added your account to a program; sign in to see it. If you do not know them, leave it and tell the platform.',
    ],
  ),
  'role-granted': words(
    '/account',
    ['你的平台角色有变化', '经两位运维人员确认，你的账号有了新的平台角色。请重新登录；首次使用需要设置两步验证。'],
    [
      'Your role on the platform has changed',
      'Two operators have agreed on a new role for your account. Sign in again; the first time you need a second factor.',
    ],
  ),
  'advice-asked': words(
    '/advice',
    ['请出具认证意见', '有一项认证委托你出具意见，登录后查看材料。'],
    ['Your opinion is asked', 'Your opinion on a certification is asked; sign in to see its papers.'],
  ),
}

/** A mail as it goes out: filled, and without lines that stayed empty. */
export const written = (
  template: string,
  lang: 'zh' | 'en',
  facts: Readonly<Record<string, string | undefined>>,
): { readonly subject: string; readonly body: string; readonly path: string } => {
  const found = MAILS[template]
  const plain =
    found ??
    words(
      '/',
      ['来自平台的消息', '有一条新的消息，请登录查看。'],
      ['A message from the platform', 'There is a message for you; sign in to read it.'],
    )
  // One line stays one line: a stranger’s words cannot write headers or further lines.
  const one = (text: string) => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim()
  const fill = (text: string) => text.replace(/\{([\w-]+)\}/g, (_, name: string) => one(facts[name] ?? ''))
  const subject = one(fill(plain.subject[lang]).replaceAll('“”', '').replaceAll('""', ''))
  return {
    subject,
    body: fill(plain.body[lang]),
    path: plain.path.replace(/\{([\w-]+)\}/g, (_, name: string) => encodeURIComponent(facts[name] ?? '')),
  }
}
