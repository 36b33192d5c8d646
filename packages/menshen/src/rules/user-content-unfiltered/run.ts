/** The same as seen in a run: an improper text was published, nobody was asked about it, and there it stood among the others. */
import {
  type CallRecord,
  calledAt,
  type Detail,
  deedsIn,
  lacksAnswers,
  type Pass,
  type ProgramModel,
  pageSpot,
  pageWords,
  type RunEvidence,
  type RunRecord,
  type Screen,
  screenAfter,
  screenBefore,
  stepsWitness,
  trusted,
} from '../kit.ts'

/** The mark of the improper test text. */
const MARK = '门神测试乙'
const CHECKS = /check|censor|audit|verif|securit|\bsec\b|msgsec|imgsec|mediasec|filter|moderat|review|sensitive|risk|antispam|shenhe/i
const WAITS = /审核|待审|仅自己|自己可见|仅你|等待|检查|检测|未公开|未通过|待发布|草稿/
const OWN = /我的|订单|预约|反馈|草稿|记录|备注|记事|日记|收藏|搜索/
const PUBLISHED = /已(?:上墙|发布|发表|公开|展示|贴出|挂出|上传到)|(?:发布|发表|上墙)成功/

export interface SeenPost {
  readonly message: 'shown-at-once' | 'picture-at-once'
  readonly data: Readonly<Record<string, string>>
  readonly detail: Pick<Detail, 'at' | 'related' | 'witness' | 'verdict' | 'confidence'>
}

const asText = (value: unknown): string => JSON.stringify(value) ?? ''
const isCheck = (record: RunRecord): boolean =>
  (record.kind === 'network' && CHECKS.test(record.url.replace(/^https?:\/\/[^/]+/, ''))) ||
  (record.kind === 'call' && /^cloud\./.test(record.api) && CHECKS.test(asText(record.args)))
/** What the server sent of others, as it stands on a screen. */
const fromServer = (pass: Pass, screen: Screen, until: number): boolean => {
  const answers = pass.records
    .slice(0, until)
    .flatMap((record) =>
      record.kind === 'call' && record.answer?.by === 'responses' && /^request$|^cloud\./.test(record.api)
        ? [asText(record.answer.summary)]
        : [],
    )
    .join('\n')
  return pageWords(screen).some((text) => text.length >= 3 && !text.includes('门神') && answers.includes(JSON.stringify(text).slice(1, -1)))
}
/** The words right beside a text, which say what becomes of it. */
const beside = (screen: Screen, mark: string): string => {
  const texts = screen.state.text.filter(({ layer }) => layer === 'page')
  const at = texts.findIndex(({ text }) => text.includes(mark))
  return texts
    .slice(Math.max(0, at - 2), at + 4)
    .map(({ text }) => text)
    .join(' ')
}

function postedIn(program: ProgramModel, pass: Pass): readonly SeenPost[] {
  const out: SeenPost[] = []
  for (const move of pass.moves) {
    if (move.purpose !== 'posted-improper' || lacksAnswers(pass, move)) continue
    const screen = screenAfter(pass, move)
    const shown = screen?.state.text.find(
      ({ text, layer, tag }) => layer === 'page' && !/input|textarea|editor/.test(tag) && text.includes(MARK),
    )
    if (!screen?.state.route || !shown || WAITS.test(beside(screen, MARK)) || OWN.test(screen.state.title)) continue
    const start = pass.records.findIndex(
      (record) => record.kind === 'call' && !/torage/.test(record.api) && asText(record.args).includes(MARK),
    )
    const sent = pass.records[start]
    // Kept on the telephone, it is a note and no publication; among what the server sent of others it is one.
    if (sent?.kind !== 'call' || !/^request$|^cloud\.|^uploadFile$|Socket/.test(sent.api) || !fromServer(pass, screen, move.to)) continue
    const typed = pass.moves.find(({ purpose, step }) => purpose === 'post-improper' && step.do === 'input')
    if (pass.records.slice(typed?.from ?? start, move.to).some(isCheck)) continue
    const spot = pageSpot(pass, move, screen.state.route, { box: shown.box })
    const place = calledAt(program, sent, spot)
    out.push({
      message: 'shown-at-once',
      data: { page: screen.state.route },
      detail: {
        ...place,
        related: [...(place.related ?? []), { at: spot }],
        verdict: 'violation',
        confidence: 'medium',
        witness: stepsWitness(pass, move, {
          zh: '违规的测试文字没有经过检测，和别人的内容一起显示出来',
          en: 'the improper test text stands among what others wrote, and nothing checked it',
        }),
      },
    })
    break
  }
  return out
}

function picturesIn(program: ProgramModel, pass: Pass): readonly SeenPost[] {
  for (const deed of deedsIn(pass)) {
    const records = pass.records.slice(deed.move.from, deed.last.to)
    const upload = records.find(
      (record): record is CallRecord =>
        record.kind === 'call' && /^(?:uploadFile|cloud\.uploadFile)$/.test(record.api) && record.answer?.ok === true,
    )
    if (!upload || !deed.screen || lacksAnswers(pass, deed.last) || records.some(isCheck)) continue
    if (!['responses', 'system', 'profile'].includes(upload.answer?.by ?? '')) continue
    const old = new Set(pageWords(screenBefore(pass, deed.move)))
    const said = pageWords(deed.screen).filter((text) => !old.has(text))
    const done = said.find((text) => PUBLISHED.test(text))
    if (!done || said.some((text) => WAITS.test(text))) continue
    const spot = pageSpot(pass, deed.last, deed.screen.state.route)
    const place = calledAt(program, upload, spot)
    return [
      {
        message: 'picture-at-once',
        data: { text: done },
        detail: {
          ...place,
          related: [...(place.related ?? []), { at: spot }],
          verdict: 'violation',
          confidence: 'medium',
          witness: stepsWitness(pass, deed.last, {
            zh: `图片传上去就“${done}”，没有检测`,
            en: `a picture is uploaded, and at once it is “${done}”; nothing checked it`,
          }),
        },
      },
    ]
  }
  return []
}

export function seenPosts(program: ProgramModel, run: RunEvidence): readonly SeenPost[] {
  const all = trusted(run).flatMap((pass) => [
    ...(pass.kind === 'posting' ? postedIn(program, pass) : []),
    ...(pass.profile === 'accept-all' && ['taps', 'people', 'posting'].includes(pass.kind) ? picturesIn(program, pass) : []),
  ])
  const first = (message: SeenPost['message']) => all.find((one) => one.message === message)
  return [first('shown-at-once'), first('picture-at-once')].flatMap((one) => one ?? [])
}
