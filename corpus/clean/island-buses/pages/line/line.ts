import { lineOf } from '../../data/lines'
import { record } from '../../lib/history'
const minutes = (t: string): number => { const [h, m] = t.split(':').map(Number); return h * 60 + m }
Page({
  data: { line: lineOf('ring'), next: {} as Record<number, string>, warn: '' },
  onLoad(q: { id?: string }) {
    const line = lineOf(q.id || 'ring')
    record(line.id)
    this.setData({ line })
  },
  onShow() { this.tick(); (this as any).timer = setInterval(() => this.tick(), 30000) },
  onHide() { clearInterval((this as any).timer) },
  onUnload() { clearInterval((this as any).timer) },
  tick() {
    const now = new Date().getHours() * 60 + new Date().getMinutes()
    const next: Record<number, string> = {}
    for (const s of this.data.line.stops) next[s.id] = s.at.find((t) => minutes(t) >= now) || '今日收班'
    this.setData({ next })
  },
  remind(e: any) {
    const stop = this.data.line.stops[e.currentTarget.dataset.i]
    wx.requestSubscribeMessage({ tmplIds: ['last-bus-0001'], success: () => wx.showToast({ title: stop.name + ' 末班前提醒', icon: 'none' }), fail: () => this.setData({ warn: '未订阅，可在站牌查看末班' }) })
  },
  onShareAppMessage() { return { title: this.data.line.name + ' 时刻表', path: '/pages/line/line?id=' + this.data.line.id } },
})
