const { miniProgram } = wx.getAccountInfoSync()
const log = miniProgram.envVersion === 'release' ? () => {} : console.log
module.exports = Behavior({
  data: { season: true },
  lifetimes: { attached() { log('attached', this.is) } }
})
