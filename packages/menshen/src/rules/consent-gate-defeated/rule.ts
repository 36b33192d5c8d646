import { callPath, consentOn, privacyItems, rule, wayBack } from '../kit.ts'

const HOOK = 'onNeedPrivacyAuthorization'
const BY_ITSELF = ['wx-op/12.1.1', 'wx-op/12.2.4', 'wx-tos/4.4.3', 'later/privacy-popup', 'dy-review/1.1.2.1.a']
const ANSWER = /(?:event|eventName)\s*:\s*["'`]agree["'`]/g

export default rule(
  {
    clauses: [
      'wx-op/12.1.1',
      'wx-op/12.2.4',
      'wx-tos/4.4.3',
      'later/privacy-popup',
      'dy-review/1.1.2.1.a',
      'later/douyin-privacy-declaration',
    ],
    needs: ['program', 'interpretation'],
    since: '2026-11',
    severity: 'error',
    confidence: 'high',
    partial: true,
    messages: {
      'agrees-by-itself': {
        what: { zh: '程序替用户回答“同意”隐私授权', en: 'The program answers the privacy prompt for the user' },
        why: {
          zh: '同意只能由用户点同意按钮作出，程序自动回答等于没有征求同意。',
          en: 'Consent is the user’s tap on the agree button; an answer by the program is none.',
        },
        fix: {
          zh: '展示说明，用 open-type="agreePrivacyAuthorization" 的按钮让用户选择，拒绝时回答 disagree。',
          en: 'Show the notice with an agreePrivacyAuthorization button, and answer disagree when it is refused.',
        },
      },
      'switched-off': {
        what: { zh: 'usePrivacyCheck 被关掉了', en: 'usePrivacyCheck is switched off' },
        why: {
          zh: '关闭后平台不再在调用前征求同意，自己也没有同意步骤。',
          en: 'The platform no longer asks before the calls, and the program does not either.',
        },
        fix: { zh: '改为 true，或在调用前自行征求同意。', en: 'Set it to true, or ask before each call.' },
      },
    },
  },
  ({ program, interpretation }, report) => {
    const hooks = [
      ...interpretation.mentions.filter(({ api }) => api === HOOK).map(({ at }) => at),
      ...interpretation.callsOf(HOOK).map(({ at }) => at),
    ]
    const shows = [...program.templates.values()].some(({ elements }) =>
      elements.some(({ attributes }) =>
        attributes.some(({ name, value }) => name === 'open-type' && /agreePrivacyAuthorization|\{\{/.test(value ?? '')),
      ),
    )
    // Who uses the means to answer, and when: the platform's own button, or the program by itself.
    const answers = interpretation.callsOf(`${HOOK}.resolve`)
    const told = new Set<string>()
    for (const call of answers) {
      const context = call.contexts.find(
        (one) =>
          !['gesture', 'unbound', 'event'].includes(one.root.kind) &&
          one.args[0]?.get('event')?.constants.includes('agree') &&
          !consentOn(one, interpretation)?.clears &&
          // An answer of before, or one that somebody just gave, is the user's.
          !wayBack(one.guards.flatMap(({ origins }) => origins)).some(({ source }) => source === 'storage' || source === 'event'),
      )
      if (!context) continue
      told.add(call.at.file)
      const agree = context.args[0]?.get('event')?.places.find(({ constant }) => constant === 'agree')
      report('agrees-by-itself', { ...callPath(call, context), at: agree?.at ?? call.nameAt, clauses: BY_ITSELF })
    }
    if (hooks.length > 0 && !shows)
      for (const file of new Set(hooks.map((at) => at.file))) {
        if (told.has(file)) continue
        const text = program.files.text(file) ?? ''
        for (const match of text.matchAll(ANSWER)) {
          const line = text.slice(text.lastIndexOf('\n', match.index) + 1, match.index)
          if (/^\s*(?:\/\/|\*)/.test(line)) continue
          report('agrees-by-itself', {
            at: { file, start: match.index, end: match.index + match[0].length },
            related: hooks.filter((at) => at.file === file).map((at) => ({ at })),
            clauses: BY_ITSELF,
          })
        }
      }
    if (program.platform !== 'douyin') return hooks.length === 0 ? 'inapplicable' : undefined
    const value = (program.config.app.value as Record<string, unknown> | null)?.usePrivacyCheck
    const at = program.config.app.at(['usePrivacyCheck'])
    const uses = interpretation.callsOf(
      ...privacyItems('douyin').flatMap(({ interfaces }) =>
        interfaces.filter(({ kind, prompts }) => kind === 'api' && !prompts).map(({ name }) => name),
      ),
    )
    // Programs of 2024-03-25 and later cannot switch it off; then the key does nothing.
    if (value === false && at && uses.length > 0)
      report('switched-off', {
        at,
        related: uses.slice(0, 3).map((call) => ({ at: call.nameAt })),
        verdict: 'review',
        confidence: 'medium',
      })
  },
)
