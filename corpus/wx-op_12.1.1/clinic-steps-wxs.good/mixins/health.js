const call = (name) => new Promise((success, fail) => wx[name]({ success, fail }))
module.exports = {
  onReady() { this.setData({ today: new Date().getDate() }) },
  async syncSteps() {
    const { code } = await call('login')
    const run = await call('getWeRunData')
    wx.request({ url: 'https://clinic.example.org/api/steps', method: 'POST', data: { code, d: run.encryptedData, iv: run.iv } })
  }
}
