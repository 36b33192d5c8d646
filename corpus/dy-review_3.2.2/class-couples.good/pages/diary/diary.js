const { load } = require('../../services/sheet')
const { sheet } = require('../../data/sheet')
Page({
  data: { stickers: load(sheet), entry: [], day: '周一' },
  day(e) { this.setData({ day: '周' + '一二三四五六日'[e.detail.value] }) },
  stick(e) { this.setData({ entry: this.data.entry.concat(this.data.stickers[e.currentTarget.dataset.i]) }) },
  save() { tt.setStorageSync('diary_' + this.data.day, this.data.entry); tt.showToast({ title: '已保存' }) }
})
