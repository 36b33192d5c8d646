/** Screens of our own making, as programs show them, with the words and codes that stand on them. */
export interface Shot {
  readonly name: string
  readonly group: 'light' | 'dark' | 'small' | 'rotated' | 'photo' | 'buttons' | 'poster'
  readonly html: string
  readonly width: number
  readonly height: number
  /** Pixels of the telephone to one of the page. */
  readonly scale: number
  readonly lines: readonly string[]
  readonly codes: readonly string[]
}

const PAGES: readonly { readonly title: string; readonly lines: readonly string[]; readonly button: string }[] = [
  {
    title: '会员中心',
    lines: ['开通会员，全年享受免邮服务', '已有 2380 人加入', '有效期至 2027 年 3 月 31 日', '会员说明'],
    button: '立即开通 ¥88.00',
  },
  {
    title: '订单详情',
    lines: ['订单号 20261103007745', '商品合计 156.50 元', '收货地址：青石街 12 号', '预计明天送达', '联系商家'],
    button: '申请退款',
  },
  {
    title: '活动规则',
    lines: ['邀请三位好友可以获得红包', '分享到群后领取奖励', '活动最终解释权归主办方所有', '每人每天限领一次'],
    button: '分享给好友',
  },
  {
    title: '联系客服',
    lines: ['添加微信领取资料', '扫码进群享受优惠', '工作时间 9:00 到 21:00', '电话 400-820-1234'],
    button: '复制微信号',
  },
  { title: '付款说明', lines: ['请用支付宝扫一扫付款', '转账后请上传凭证', '备注订单号以便核对', '到账后自动发货'], button: '我已付款' },
  { title: '图书馆', lines: ['今日开放座位 64 个', '请提前预约入馆时间', '借阅期限为三十天', '馆内请保持安静'], button: '预约座位' },
  { title: '菜单', lines: ['红烧牛肉面 28 元', '番茄鸡蛋汤 12 元', '凉拌黄瓜 9 元', '外卖满四十元免配送费'], button: '加入购物车' },
  { title: '天气', lines: ['多云转小雨 18 到 24 度', '东南风三级', '空气质量良好', '出门记得带伞'], button: '查看未来七天' },
]

const plain = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
interface Look {
  readonly ground: string
  readonly ink: string
  readonly soft: string
  readonly accent: string
  readonly size: number
}
const LIGHT: Look = { ground: '#ffffff', ink: '#222222', soft: '#888888', accent: '#07c160', size: 16 }
const DARK: Look = { ground: '#16181c', ink: '#e8e8e8', soft: '#9a9a9a', accent: '#3a7afe', size: 16 }

const body = (page: (typeof PAGES)[number], look: Look, around = '', extra = ''): string => `<!doctype html><meta charset="utf-8"><style>
*{margin:0;box-sizing:border-box}body{font:${look.size}px/1.6 "Noto Sans CJK SC",sans-serif;background:${look.ground};color:${look.ink};width:100vw;height:100vh;overflow:hidden}
.bar{background:${look.accent};color:#fff;text-align:center;padding:.6em;font-weight:600}.in{padding:1em;${around}}p{margin:.5em 0}p:nth-of-type(2n){color:${look.soft};font-size:.86em}
.button{background:${look.accent};color:#fff;border-radius:.5em;padding:.6em;text-align:center;margin:1em 0}</style>
<div class="bar">${plain(page.title)}</div><div class="in">${page.lines.map((line) => `<p>${plain(line)}</p>`).join('')}<div class="button">${plain(page.button)}</div>${extra}</div>`

/** A ground like a photograph: soft spots, a horizon, grain; drawn by code, always the same. */
const photo = (seed: number): string => `<canvas id="c" style="position:absolute;inset:0;width:100vw;height:100vh"></canvas><script>
let s=${seed};const r=()=>((s=(s*1103515245+12345)&0x7fffffff)/0x7fffffff);const c=document.getElementById('c');c.width=375;c.height=560;const g=c.getContext('2d');
const sky=g.createLinearGradient(0,0,0,560);sky.addColorStop(0,'hsl('+(r()*360)+',45%,38%)');sky.addColorStop(.6,'hsl('+(r()*360)+',40%,30%)');sky.addColorStop(1,'hsl('+(r()*360)+',35%,22%)');g.fillStyle=sky;g.fillRect(0,0,375,560);
for(let i=0;i<90;i++){const x=r()*375,y=r()*560,d=15+r()*70,a=g.createRadialGradient(x,y,0,x,y,d);a.addColorStop(0,'hsla('+(r()*360)+',50%,'+(20+r()*30)+'%,.45)');a.addColorStop(1,'transparent');g.fillStyle=a;g.fillRect(0,0,375,560)}
const p=g.getImageData(0,0,375,560);for(let i=0;i<p.data.length;i+=4){const n=(r()-.5)*22;p.data[i]+=n;p.data[i+1]+=n;p.data[i+2]+=n}g.putImageData(p,0,0)</script>`
const poster = (
  page: (typeof PAGES)[number],
  seed: number,
  code: string,
  turn: number,
): string => `<!doctype html><meta charset="utf-8"><style>
*{margin:0;box-sizing:border-box}body{font:19px/1.6 "Noto Sans CJK SC",sans-serif;width:100vw;height:100vh;overflow:hidden;position:relative}.over{position:relative;color:#fff;text-shadow:0 1px 3px #000a;padding:1.2em;transform:rotate(${turn}deg)}
h1{font-size:1.7em}img,svg{background:#fff;padding:10px;border-radius:6px;width:150px;height:150px}</style>${photo(seed)}<div class="over"><h1>${plain(page.title)}</h1>${page.lines.map((line) => `<p>${plain(line)}</p>`).join('')}<p>${code}</p></div>`

/** At least forty screens; `draw` makes the picture of a code. */
export const shots = (draw: (text: string) => string): readonly Shot[] => {
  const out: Shot[] = []
  const lines = (page: (typeof PAGES)[number]) => [page.title, ...page.lines, page.button]
  const add = (group: Shot['group'], page: (typeof PAGES)[number], html: string, more: Partial<Shot> = {}) =>
    out.push({ name: `${group}-${out.length}`, group, html, width: 375, height: 480, scale: 1, lines: lines(page), codes: [], ...more })
  const codes = [
    'wxp://f2f0sampleonly',
    'https://qr.alipay.com/fkx00000sample',
    'https://u.wechat.com/sample',
    'https://weixin.qq.com/g/sample',
    'https://work.weixin.qq.com/u/sample',
    'https://example.com/app.apk',
    'https://example.org/page?a=1',
    'https://weixin.qq.com/r/sample',
  ]
  for (const [i, page] of PAGES.entries()) {
    const code = codes[i] ?? ''
    const shown = `<div style="background:#fff;padding:12px;width:144px">${draw(code)}</div>`
    add('light', page, body(page, LIGHT, '', shown), { scale: i % 2 === 0 ? 1 : 2, height: 640, codes: [code] })
    add('dark', page, body(page, DARK, '', shown), { scale: i % 2 === 0 ? 1 : 2, height: 640, codes: [code] })
    add(
      'small',
      page,
      body(page, { ...(i % 2 ? LIGHT : DARK), size: 12 }, '', `<div style="background:#fff;padding:6px;width:78px">${draw(code)}</div>`),
      { codes: [code] },
    )
    const turn = [2, -3, 4, -2, 5, -4, 3, -5][i]!
    add(
      'rotated',
      page,
      body(
        page,
        LIGHT,
        `transform:rotate(${turn}deg);`,
        `<div style="background:#fff;padding:12px;width:144px;transform:rotate(${turn * 7}deg)">${draw(code)}</div>`,
      ),
      { height: 640, codes: [code] },
    )
    add('photo', page, poster(page, 11 + i, draw(code), 0), {
      height: 560,
      lines: lines(page).slice(0, -1),
      codes: [code],
      scale: i % 2 === 0 ? 1 : 2,
    })
    add('poster', page, poster(page, 41 + i, draw(code), turn / 2), { height: 560, lines: lines(page).slice(0, -1), codes: [code] })
    const colours = ['#e64340', '#ff976a', '#1989fa', '#ee0a24', '#7232dd', '#10aeff', '#fa9d3b', '#91d300']
    add(
      'buttons',
      page,
      `<!doctype html><meta charset="utf-8"><style>*{margin:0;box-sizing:border-box}body{font:15px/1.5 "Noto Sans CJK SC",sans-serif;background:#f2f3f5;padding:14px}div{color:#fff;border-radius:20px;padding:8px 18px;margin:10px 0;display:inline-block}</style>${lines(
        page,
      )
        .map((line, k) => `<div style="background:${colours[(i + k) % colours.length]}">${plain(line)}</div><br>`)
        .join('')}`,
      { scale: i % 2 === 0 ? 1 : 2 },
    )
  }
  return out
}
