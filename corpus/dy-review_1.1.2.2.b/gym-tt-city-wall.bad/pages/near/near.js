import { here } from '../../kit/here'
Page({
  data: { gyms: ['铁馆·南站', '铁馆·北门'] },
  async near() {
    const { confirm } = await tt.showModal({ title: '使用位置', content: '用来定位附近健身房' })
    if (!confirm) return
    try {
      await here()
    } catch (err) {
      tt.showToast({ title: '需要位置才能使用' })
      setTimeout(() => tt.exitMiniProgram(), 1200)
    }
  }
})
