import {
  bearing,
  closest,
  entryWords,
  hasTag,
  publicationsOf,
  rule,
  type Shown,
  type Span,
  serviceButtons,
  waysIn,
  wordsIn,
} from '../kit.ts'

/** Words for it that an entry list does not hold: a form to make one's case. */
const CASE = /维权|侵权|申诉|投诉|举报|反馈|不适内容|不良信息|违规|纠纷|客诉|吐槽|建议/
const SENT = /report|complain|appeal|claim|feedback|jubao|tousu|accus|violation|suggest/i
/** Someone else stands behind a text: who wrote or sells it. */
const AUTHOR = /(?:^|\.)(?:by|author|author_?name|nick_?name|user_?name|creator|seller|publisher|poster|avatar(?:_?url)?)$/i

/** What people do with each other's words. */
const SOCIAL = /点?赞|喜欢|评论|回复|关注|私信|[♡♥❤👍]|like|comment|reply|follow/iu

export default rule(
  {
    clauses: ['wx-op/3.10', 'wx-op/9.3'],
    needs: ['program', 'interpretation'],
    since: '2026-11',
    severity: 'warning',
    confidence: 'medium',
    platforms: ['wechat'],
    messages: {
      missing: {
        what: {
          zh: '用户之间会发布内容，却没有投诉、举报的入口',
          en: 'Users publish for each other, and there is no way to complain or report',
        },
        why: {
          zh: '应设置侵权投诉机制；不当内容被投诉时须能及时回应。页面、菜单、图标和平台按钮里都没有找到入口。',
          en: 'A way to complain has to be there, and complaints have to be answered. None was found on pages, in menus, behind icons or as a platform button.',
        },
        fix: {
          zh: '在内容旁放“举报”，在“我的”里放“投诉与反馈”，提交到服务器并告知处理结果。',
          en: 'Put 举报 beside the content and 投诉与反馈 on the profile page; send it to the server and say what came of it.',
        },
      },
      dead: {
        what: { zh: '菜单里的“{text}”选了以后什么也不做', en: '“{text}” stands in a menu and does nothing when it is chosen' },
        why: {
          zh: '投诉入口要能用：有人处理、有结果，只有一行字不算。',
          en: 'A way to complain has to work: someone takes it up and answers. A line of text alone is none.',
        },
        fix: { zh: '把投诉提交到服务器，并告诉用户何时处理。', en: 'Send the complaint to the server and say when it will be dealt with.' },
      },
      'others-shown': {
        what: {
          zh: '展示他人发布的内容，没有找到投诉、举报的入口',
          en: 'Other people’s content is shown, and no way to complain was found',
        },
        why: {
          zh: '内容若由其他用户发布，应能举报；是否如此需人工确认。',
          en: 'If other users wrote it, people have to be able to report it; whether they did is for a person to see.',
        },
        fix: { zh: '在内容旁放“举报”入口。', en: 'Put 举报 beside the content.' },
      },
    },
  },
  ({ program, interpretation }, report) => {
    const publications = publicationsOf(program, interpretation)
    const loops = new Set(bearing(program, 'wx:for').map(({ element }) => element))
    const loopOf = (shown: Shown) => closest(shown.element, (at) => loops.has(at))
    const authored = interpretation.shown.find(
      (shown) =>
        shown.reachable &&
        interpretation.reachable.has(shown.unit.base) &&
        loopOf(shown) !== undefined &&
        shown.value.origins.some(({ source, path }) => (source === 'response' || source === 'api') && AUTHOR.test(path)),
    )
    const ways = waysIn(program, interpretation, entryWords('complaint'))
    const dead = ways.find(({ state, menu }) => menu && state === 'dead')
    if (publications.length === 0 && !authored && !dead) return 'inapplicable'
    if (ways.some(({ state }) => state === 'works')) return
    if (serviceButtons(program, interpretation, /feedback|contact/i).length > 0) return
    // However it is called: something is sent to a place for complaints.
    const sends = interpretation
      .callsOf('request', 'cloud.callFunction')
      .some((call) =>
        call.contexts.some(
          ({ root, args }) =>
            root.kind === 'gesture' &&
            [args[0]?.get('url'), args[0]?.get('name')].some((one) => one?.constants.some((text) => SENT.test(String(text)))),
        ),
      )
    if (sends || program.pages.some(({ base }) => SENT.test(base.slice(program.root.length)))) return
    if (
      interpretation.shown.some(
        (shown) =>
          shown.element?.tag === 'navigator' &&
          shown.value.constants.some((text) => typeof text === 'string' && text.length < 30 && CASE.test(text)),
      )
    )
      return
    if (interpretation.opaque.size > 0 || program.problems.some(({ hides }) => hides))
      return {
        notChecked: { zh: '有页面未能还原，投诉入口可能在那里', en: 'some pages were not understood; a way to complain may be there' },
      }
    if (hasTag(program, 'web-view'))
      return { notChecked: { zh: '有网页组件，投诉入口可能在网页里', en: 'there is a web page; a way to complain may be in it' } }
    // Rows that people can like, answer or open a menu on come from other people, not from an editor.
    const social =
      authored &&
      interpretation.bindings.find(
        (binding) =>
          binding.unit.base === authored.unit.base &&
          !binding.empty &&
          closest(binding.element, (one) => one === loopOf(authored)) !== undefined &&
          interpretation.calls.some(
            ({ api, contexts }) =>
              (api === 'showActionSheet' ||
                (/^(?:request|cloud\.)/.test(api) &&
                  SOCIAL.test(`${wordsIn(interpretation, binding.element)} ${binding.handlers.join(' ')}`))) &&
              contexts.some(({ root }) => root.element === binding.element),
          ),
      )
    const [publication] = publications
    if (publication) {
      const at: Span = publication.shownAt ?? publication.call.nameAt
      const seen = publication.shownAt !== null || publication.way !== 'request' || social !== undefined
      report('missing', {
        at,
        related: [{ at: publication.call.nameAt, note: { zh: '用户在这里发布', en: 'published here' } }],
        verdict: publication.way !== 'upload' && seen ? 'violation' : 'review',
      })
    } else if (dead) report('dead', { at: dead.at, data: { text: dead.text } })
    else if (authored) {
      report('others-shown', {
        at: authored.at,
        clauses: ['wx-op/9.3'],
        ...(social
          ? { related: [{ at: social.at }, ...(social.handlerAt ? [{ at: social.handlerAt }] : [])] }
          : { verdict: 'review' as const, confidence: 'low' as const }),
      })
    }
  },
)
