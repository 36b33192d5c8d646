import { answered, type Example, finger, type Sketched, sketchMove, sketchPass, sketchRun, tapped, thrown } from '../kit.ts'

const files = {
  'pages/a/a.ttml': '<text>橙子一箱</text><button bindtap="pay">支付 ¥39.90</button>',
  'pages/a/a.js':
    'Page({ pay() { tt.request({ url: "https://api.example.org/orders", success: (r) => this.cash(r.data.info) }) }, cash(info) { if (info) tt.pay({ orderInfo: info }) } })',
}
const button = { text: '支付 ¥39.90', selector: 'button', tag: 'button', handler: 'pay' } as const
const order = answered('https://api.example.org/orders', { method: 'POST' })
const tapping = (records: readonly Sketched[], said?: string, extra: readonly object[] = []) =>
  sketchRun(
    sketchPass(
      { kind: 'taps' },
      sketchMove(
        { do: 'open', route: 'pages/a/a', query: '' },
        { screen: { texts: ['橙子一箱', button.text], tappables: [button, ...extra] } },
      ),
      sketchMove(
        { do: 'tap', selector: 'button', text: button.text },
        {
          records: [finger(button.text, 'pay', 1), ...records],
          screen: { texts: ['橙子一箱', button.text, ...(said ? [said] : [])], tappables: [button, ...extra] },
        },
      ),
    ),
  )

export const examples: readonly Example[] = [
  {
    name: { zh: '下单成功，却没有支付', en: 'the order is made, and nothing asks to be paid' },
    files,
    run: tapping([order]),
    expect: [{ message: 'leads-nowhere', file: 'pages/a/a.js' }],
  },
  {
    name: { zh: '下单之后程序出错', en: 'the program throws after the order' },
    files,
    run: tapping([order, thrown('info is undefined', { at: 'pages/a/a.js:1:96', cause: tapped(1), where: 'request.success' })]),
    expect: [{ message: 'throws', file: 'pages/a/a.js' }],
  },
  {
    name: { zh: '弹出了支付框', en: 'the payment comes up' },
    files,
    run: tapping([
      order,
      { kind: 'prompt', prompt: 0, sort: 'payment', api: 'pay', title: '支付', text: '', buttons: ['取消', '确认支付'], call: null },
    ]),
    expect: [],
  },
  { name: { zh: '提示库存不足', en: 'told that it is sold out' }, files, run: tapping([order], '这一箱卖完了'), expect: [] },
  {
    name: { zh: '没有人给过服务器的回答', en: 'nobody gave the server’s answer' },
    files,
    run: tapping([answered('https://api.example.org/orders', { source: 'missing' })]),
    expect: [],
  },
  {
    name: { zh: '收货人还没填', en: 'the name is not filled in yet' },
    files,
    run: tapping([], undefined, [{ text: '收货人', selector: 'input', tag: 'input', field: 'text' }]),
    expect: [],
  },
]
