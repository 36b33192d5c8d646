import { consentOn, rule, wayTo } from '../kit.ts'

export default rule(
  {
    clauses: ['wx-op/12.4.1', 'dy-review/1.1.2.1.b'],
    needs: ['program', 'interpretation'],
    since: '2026-11',
    severity: 'warning',
    // The tap itself may say what for; a human reads the page.
    confidence: 'low',
    partial: true,
    messages: {
      'no-word': {
        what: { zh: '定位前没有任何用途说明（{api}）', en: 'Nothing says what the position is for ({api})' },
        why: {
          zh: '采集位置前要告诉用户用途；app.json 的 permission 和自己的弹窗都没有写。',
          en: 'People have to hear what for: neither the permission entry of app.json nor a dialog says so.',
        },
        fix: {
          zh: '在 app.json 写 "permission": { "scope.userLocation": { "desc": "用于……" } }，或先弹窗说明。',
          en: 'Put a desc for scope.userLocation into app.json’s permission, or explain first.',
        },
      },
    },
  },
  ({ program, interpretation }, report) => {
    const calls = interpretation.callsOf('getLocation', 'startLocationUpdate', 'startLocationUpdateBackground')
    if (!calls.some((call) => call.contexts.some(({ root }) => root.kind !== 'unbound'))) return 'inapplicable'
    const { app, ext } = program.config
    const declared = ['scope.userLocation', 'scope.userLocationBackground', 'scope.userFuzzyLocation'].some(
      (scope) => app.at(['permission', scope, 'desc']) || ext?.at(['permission', scope, 'desc']),
    )
    if (declared) return
    for (const call of calls) {
      // On entry it is a matter of its own; here a tap came first.
      const contexts = call.contexts.filter((context) => context.root.kind === 'gesture' && !consentOn(context, interpretation))
      if (contexts.length === 0 || call.contexts.some(({ root }) => root.kind === 'lifecycle')) continue
      const way = wayTo(call, contexts, program)
      report('no-word', {
        ...way,
        related: [{ at: { file: app.file, start: 0, end: 1 }, note: { zh: '应在这里声明', en: 'to be declared here' } }, ...way.related],
        data: { api: `${call.ns}.${call.api}` },
        verdict: 'review',
      })
      return
    }
  },
)
