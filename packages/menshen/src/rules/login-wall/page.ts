/** What a page is for when all that can be tapped on it is about signing in. */
import { type Element, family, type Interpretation, type ProgramModel, plainAttribute, textsOf, type Unit, wordsIn } from '../kit.ts'

const SIGN_IN = /登录|登陆|登入|注册|进入系统|授权/
/** What stands beside the button on every such page. */
const BESIDE = /协议|政策|隐私|条款|同意|勾选|忘记|找回|重置|修改密码|验证码|客服|帮助|记住|显示密码|切换|清除|注册|绑定|手机号|密码/
const FIELDS = new Set([
  'input',
  'textarea',
  'form',
  'checkbox',
  'checkbox-group',
  'radio',
  'radio-group',
  'switch',
  'label',
  'image',
  'icon',
])
const TAPS = new Set(['tap', 'submit', 'getphonenumber', 'getuserinfo', 'getrealtimephonenumber', 'chooseavatar', 'longpress', 'click'])

interface Way {
  readonly file: string
  readonly element: Element
}

/** The button that signs in, when every other thing to tap on the page belongs to signing in as well. */
export const onlySignsIn = (program: ProgramModel, interpretation: Interpretation, unit: Unit): Way | undefined => {
  const units = family(program, unit)
  let way: Way | undefined
  for (const { unit: of, element, event, template } of interpretation.bindings) {
    if (!units.has(of.base) || !TAPS.has(event)) continue
    const words = wordsIn(interpretation, element).replace(/\s+/g, '')
    const phone = /^get(?:Realtime)?PhoneNumber$/.test(plainAttribute(element, 'open-type') ?? '')
    if (phone || (SIGN_IN.test(words) && words.length <= 24)) way ??= { file: template, element }
    else if (!FIELDS.has(element.tag) && !BESIDE.test(words)) return undefined
  }
  if (!way) return undefined
  const leads = interpretation.navigations.some(
    ({ from, element, url }) =>
      units.has(from.base) && element !== undefined && !BESIDE.test(`${wordsIn(interpretation, element)} ${textsOf(url).join(' ')}`),
  )
  return leads ? undefined : way
}

/** Whether a page does nothing but sign in: by a tap it asks the platform who somebody is, and there is nothing else to tap. */
export const signsInOn = (program: ProgramModel, interpretation: Interpretation, unit: Unit): boolean =>
  interpretation
    .callsOf('login')
    .some(({ contexts }) => contexts.some(({ root }) => root.kind === 'gesture' && root.unit.base === unit.base)) &&
  onlySignsIn(program, interpretation, unit) !== undefined
