import { closest, type Element, type Interpretation, plainAttribute, rule, type Shown, type Value, wordsIn } from '../kit.ts'

const PHONE = /手机/
/** Wordings that the platform itself puts right (clause text, and its phone-number component page as of 2026-11). */
const RIGHT: ReadonlyMap<string, string> = new Map([
  ['抖音用户一键登录', '抖音用户手机号授权登录'],
  ['抖音账号登录', '手机号一键登录'],
  ['抖音一键登录', '手机号一键登录'],
  ['一键登录', '手机号一键登录'],
  ['快捷登录', '手机号快捷登录'],
  ['授权登录', '手机号授权登录'],
])

const ROW = 4
const LABEL = 16
const asksForPhone = (element: Element) => plainAttribute(element, 'open-type') === 'getPhoneNumber'

export default rule(
  {
    clauses: ['dy-review/1.1.1.1.c'],
    needs: ['program', 'interpretation'],
    since: '2026-11',
    severity: 'error',
    confidence: 'high',
    messages: {
      'phone-not-said': {
        what: {
          zh: '手机号授权按钮写着“{text}”，没有说明要授权手机号',
          en: 'The button that takes the phone number says "{text}" and not that it does',
        },
        why: {
          zh: '用户点按前应当知道会交出手机号，按钮文案须明示。',
          en: 'Before tapping, people have to know that the tap hands over their phone number; the button’s own words must say so.',
        },
        fix: {
          zh: '改成含“手机号”的文案，如“抖音用户手机号授权登录”。',
          en: 'Use words that hold 手机号, such as 抖音用户手机号授权登录.',
        },
      },
      'no-words': {
        what: { zh: '手机号授权按钮上没有文字', en: 'The button that takes the phone number has no words' },
        why: {
          zh: '按钮须用文字明示手机号授权，只有图标不够。',
          en: 'The button has to say in words that the phone number is authorised; a picture alone does not.',
        },
        fix: { zh: '在按钮里写明“手机号授权登录”。', en: 'Write 手机号授权登录 into the button.' },
      },
    },
  },
  ({ program, interpretation }, report) => {
    const buttons = new Map<Element, { readonly file: string; readonly shown: Shown[] }>()
    const tables = new Map<Element, string>()
    /** Buttons with words on pages that nobody comes to. */
    const unseen = new Set<Element>()
    for (const template of program.templates.values())
      for (const element of template.elements) if (asksForPhone(element)) buttons.set(element, { file: template.file, shown: [] })
    // One button for several ways to sign in: a table says which of them takes the phone number.
    for (const { slot, element, value, template } of interpretation.shown)
      if (slot === 'open-type' && element && !buttons.has(element) && value.constants.includes('getPhoneNumber'))
        tables.set(element, template)
    if (buttons.size === 0 && tables.size === 0) return 'inapplicable'
    for (const shown of interpretation.shown) {
      const button = shown.slot === '' && closest(shown.element, asksForPhone)
      if (button && shown.reachable) buttons.get(button)?.shown.push(shown)
      else if (button) unseen.add(button)
    }

    let unknown = false
    for (const [element, file] of tables) {
      const words = interpretation.shown.filter(
        (shown) => shown.slot === '' && shown.reachable && closest(shown.element, (at) => at === element),
      )
      const rows = rowsOf(interpretation, element, words)
      const texts =
        rows ?? (words.some(({ value }) => value.constants.some((one) => PHONE.test(String(one)))) ? [] : words.map(({ value }) => value))
      for (const value of texts) {
        const text = value.constants.find((one) => typeof one === 'string' && one.trim() !== '' && !PHONE.test(one))
        if (value.open) unknown = true
        if (typeof text !== 'string' || value.constants.some((one) => PHONE.test(String(one)))) continue
        const tag = { file, start: element.start, end: element.openEnd }
        const written = value.places.find(({ constant }) => constant === text)?.at
        report('phone-not-said', {
          at: tag,
          data: { text },
          related: written ? [{ at: written, note: { zh: '文案在这里', en: 'the words' } }] : [],
        })
      }
    }
    for (const [button, { file, shown }] of buttons) {
      const words = shown.flatMap(({ value }) =>
        value.constants.filter((text): text is string => typeof text === 'string' && text.trim() !== ''),
      )
      // Said once in the button is said, whatever stands beside it.
      if (shown.some(({ value }) => !value.open && value.constants.length > 0 && value.constants.every((text) => PHONE.test(String(text)))))
        continue
      if (shown.some(({ value }) => value.open)) {
        unknown = true
        continue
      }
      if (words.length === 0 && unseen.has(button)) continue
      if (words.length === 0) {
        report('no-words', { at: { file, start: button.start, end: button.openEnd }, verdict: 'review', confidence: 'medium' })
        continue
      }
      const silent = shown.find(({ value }) =>
        value.constants.some((text) => typeof text === 'string' && text.trim() !== '' && !PHONE.test(text)),
      )
      const text = String(
        silent?.value.constants.find((one) => typeof one === 'string' && one.trim() !== '' && !PHONE.test(one)) ?? words[0],
      ).trim()
      const written = silent?.value.places.find((place) => String(place.constant).trim() === text)?.at ?? silent?.at
      if (!written) continue
      const source = program.files.text(written.file)?.slice(written.start, written.end) ?? ''
      const inside = source.indexOf(text)
      const at = inside < 0 ? written : { file: written.file, start: written.start + inside, end: written.start + inside + text.length }
      const right = RIGHT.get(text)
      // A row that names the phone number right beside the button: whether that is plain enough is for a person.
      const row = button.parent && button.parent.children.length <= ROW ? wordsIn(interpretation, button.parent) : ''
      const beside = row.length <= LABEL && PHONE.test(row)
      report('phone-not-said', {
        at,
        data: { text },
        ...(beside ? { verdict: 'review' as const, confidence: 'medium' as const } : {}),
        related:
          at.file === file
            ? []
            : [{ at: { file, start: button.start, end: button.openEnd }, note: { zh: '按钮在这里', en: 'the button' } }],
        ...(right && inside >= 0
          ? {
              fix: {
                // Words of a script may be shown elsewhere too.
                kind: at.file === file ? 'safe' : 'suggested',
                title: { zh: `改为“${right}”`, en: `Write ${right}` },
                edits: [{ file: at.file, start: at.start, end: at.end, text: right }],
              },
            }
          : {}),
      })
    }
    if (unknown) return { notChecked: { zh: '有按钮的文案要到运行时才知道', en: 'the words of a button are known only at run time' } }
  },
)

/** The words of those rows of a table that take the phone number; null when rows and words cannot be told apart. */
const rowsOf = (interpretation: Interpretation, element: Element, words: readonly Shown[]): readonly Value[] | null => {
  const key = (source: string | null | undefined) => /^\{\{\s*\w+\.(\w+)\s*\}\}$/.exec(source ?? '')?.[1]
  const list = element.attributes.find(({ name }) => /for$/.test(name))?.value?.replace(/[{}\s]/g, '')
  const open = key(element.attributes.find(({ name }) => name === 'open-type')?.value)
  const unit = words[0]?.unit
  const text = element.children.flatMap((child) =>
    child.type === 'text' ? child.parts.flatMap((part) => (part.type === 'mustache' ? [part.source] : [])) : [],
  )[0]
  const said = key(text === undefined ? null : `{{${text}}}`)
  if (!list || !open || !unit || !said) return null
  const rows =
    list
      .split('.')
      .reduce<Value | null | undefined>((value, step) => value?.get(step), interpretation.dataOf(unit))
      ?.elements() ?? []
  return rows.length === 0
    ? null
    : rows.flatMap((row) => (row.get(open)?.constants.includes('getPhoneNumber') ? (row.get(said) ?? []) : []))
}
