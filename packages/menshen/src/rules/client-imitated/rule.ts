import { rule, type Span, saidIn } from '../kit.ts'

/** The client's own rooms, by the names that people know them under. */
const ROOMS: Readonly<Record<string, RegExp>> = {
  chats: /^(?:微信|聊天|消息|会话|信息)(?:列表)?$/,
  contacts: /^(?:通讯录|联系人|好友列表|好友)$/,
  moments: /^(?:朋友圈|发现|好友动态)$/,
  me: /^(?:我|我的)$/,
}
/** Its purse. */
const PURSE = /^(?:零钱|零钱通|收付款|转账|发红包|收红包|亲属卡|付款码|二维码收款)$/
/** Ways of meeting strangers that are its own. */
const MEET = /^(?:摇一摇|漂流瓶|附近的人|扔一个|捞一个|看一看|朋友圈)$/
/** Any of them. */
const TOLD = new RegExp([...Object.values(ROOMS), PURSE, MEET].map(({ source }) => source).join('|'))

export default rule(
  {
    clauses: ['wx-op/3.7'],
    needs: ['program', 'interpretation'],
    since: '2026-11',
    severity: 'error',
    confidence: 'medium',
    platforms: ['wechat'],
    // Likeness in looks and behaviour is for a person to see.
    partial: true,
    messages: {
      rooms: {
        what: { zh: '照着微信做了一套：{rooms}', en: 'The client is built again: {rooms}' },
        why: {
          zh: '未经授权，不得提供与微信客户端相同或相似的功能。',
          en: 'Without authorisation no program may offer functions that are the same as or similar to the client’s.',
        },
        fix: {
          zh: '去掉聊天、通讯录、朋友圈这类功能，只做自己的服务。',
          en: 'Remove chats, contacts and moments, and keep to your own service.',
        },
      },
      purse: {
        what: { zh: '照着微信钱包做了一套：{rooms}', en: 'The client’s purse is built again: {rooms}' },
        why: {
          zh: '零钱、转账、发红包是微信自己的功能，做成一样会被当作冒充。',
          en: 'Change, transfers and red packets are the client’s own; a copy passes itself off as it.',
        },
        fix: { zh: '去掉这些入口，付款只用平台支付。', en: 'Remove them and use the platform’s payment.' },
      },
      meeting: {
        what: { zh: '提供与微信相同的功能：{rooms}', en: 'It offers what the client offers: {rooms}' },
        why: {
          zh: '与微信客户端功能相同或相似，须由人判断。',
          en: 'It may be the same as a function of the client; a person has to judge.',
        },
        fix: { zh: '换成与自己服务有关的功能。', en: 'Offer what belongs to your own service instead.' },
      },
    },
  },
  ({ program, interpretation }, report) => {
    interface Word {
      readonly text: string
      readonly at: Span
    }
    const bars: Word[][] = [program.tabBar.map(({ text, at }) => ({ text: text.trim(), at }))]
    const byUnit = new Map<string, Word[]>()
    for (const said of saidIn(interpretation)) {
      const text = said.text.trim()
      if (text.length > 8 || said.call || !TOLD.test(text)) continue
      const list = byUnit.get(said.unit)
      if (list) list.push({ text, at: said.at })
      else byUnit.set(said.unit, [{ text, at: said.at }])
    }
    bars.push(...byUnit.values())
    const find = (words: readonly Word[], like: RegExp) => words.find(({ text }) => like.test(text))
    const told = (words: readonly Word[], more: readonly Word[] = []) => ({
      at: words[0]!.at,
      data: { rooms: words.map(({ text }) => text).join('、') },
      related: [...words.slice(1), ...more].slice(0, 12).map(({ at }) => ({ at })),
    })
    for (const [index, words] of bars.entries()) {
      const rooms = Object.entries(ROOMS).flatMap(([name, like]) => {
        const word = find(words, like)
        return word ? [{ name, word }] : []
      })
      const has = (name: string) => rooms.some((one) => one.name === name)
      // On a page such words are headings of many things; side by side, all four, they are the client's bar.
      if (has('chats') && has('contacts') && has('moments') && (index === 0 || has('me'))) {
        report('rooms', told(rooms.map(({ word }) => word)))
        break
      }
    }
    for (const words of bars) {
      const purse = [...new Map(words.filter(({ text }) => PURSE.test(text)).map((word) => [word.text, word])).values()]
      if (purse.length >= 3 && purse.some(({ text }) => text.startsWith('零钱'))) {
        report('purse', told(purse))
        break
      }
    }
    for (const words of bars) {
      const meeting = [...new Map(words.filter(({ text }) => MEET.test(text)).map((word) => [word.text, word])).values()]
      if (meeting.length >= 2) {
        report('meeting', { ...told(meeting), verdict: 'review' })
        break
      }
    }
  },
)
