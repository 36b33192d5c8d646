import { lines, lineOf } from '../../data/lines'
import { recent } from '../../lib/history'
Page({
  data: { lines, recent: [] as Array<{ id: string; name: string }> },
  onShow() { this.setData({ recent: recent().map(lineOf).map(({ id, name }) => ({ id, name })) }) },
  open(e: any) { wx.navigateTo({ url: '/pages/line/line?id=' + e.currentTarget.dataset.id }) },
  more() { wx.navigateTo({ url: '/pages/more/more' }) },
})
