import { callsIn, codeMarks, joined, moveOf, recordSpot, rule, stepsWitness, textsOf, wayTo } from '../kit.ts'

const ENDPOINTS = codeMarks('ip-position')
  .filter(({ strength }) => strength === 'strong')
  .flatMap(({ marks }) => marks)

export default rule(
  {
    clauses: ['dy-review/1.1.2.2.c', 'wx-op/12.4.1'],
    needs: ['program', 'interpretation'],
    wants: ['run'],
    since: '2026-11',
    severity: 'error',
    confidence: 'high',
    partial: true,
    messages: {
      'position-by-ip': {
        what: { zh: '用 IP 地址推算用户的位置（{endpoint}）', en: 'The user’s position is taken from the network address ({endpoint})' },
        why: {
          zh: '没有经过授权就知道用户在哪儿。位置要由用户授权提供，拒绝时可以手动选择城市。',
          en: 'It tells where people are without asking. A position is given with consent, or chosen by hand.',
        },
        fix: {
          zh: '删掉这个请求，改为授权定位加手动选择城市。',
          en: 'Drop the request; ask for the position, and offer a list of cities.',
        },
      },
    },
  },
  ({ program, interpretation, run }, report) => {
    const both = joined(program, report)
    const verdict = program.platform === 'douyin' ? ('violation' as const) : ('review' as const)
    for (const call of interpretation.callsOf('request', 'downloadFile')) {
      const found = call.contexts.flatMap((context) => {
        const url = context.root.kind === 'unbound' ? undefined : context.args[0]?.get('url')
        const endpoint =
          url && textsOf(url).flatMap((one) => ENDPOINTS.filter((mark) => one.replace(/^https?:\/\//i, '').startsWith(mark)))[0]
        // A map service asked with coordinates turns a position into an address.
        return endpoint && !context.args[0]?.get('data')?.get('location') ? [{ context, endpoint }] : []
      })
      const [first] = found
      if (!first) continue
      const way = wayTo(
        call,
        found.map(({ context }) => context),
        program,
      )
      // WeChat's clause asks for notice and consent; a rough city from the address is for a human there.
      both.say('position-by-ip', {
        ...way,
        data: { endpoint: first.endpoint },
        verdict,
      })
    }
    // The address may have been put together, or sent by a server: what was asked for is on record, whoever answered.
    const asked = new Set<string>()
    for (const pass of run?.passes ?? [])
      for (const call of callsIn(pass, 'request', 'downloadFile')) {
        const args = call.args as { readonly url?: unknown; readonly data?: { readonly location?: unknown } | null } | null
        const url = String(args?.url ?? '').replace(/^https?:\/\//i, '')
        const endpoint = ENDPOINTS.find((mark) => url.startsWith(mark))
        const move = moveOf(pass, call)
        if (!endpoint || !move || asked.has(endpoint) || args?.data?.location || /[?&]location=/.test(url)) continue
        asked.add(endpoint)
        both.show('position-by-ip', {
          at: recordSpot(program, pass, call),
          data: { endpoint },
          verdict,
          witness: stepsWitness(pass, move, { zh: `请求了 ${endpoint}`, en: `${endpoint} is asked` }),
        })
      }
    both.done()
  },
)
