const ask = (scope) => new Promise((success, fail) => wx.authorize({ scope, success, fail }))
const open = () => new Promise((ok) => wx.openSetting({ complete: ok }))
exports.ensure = async (scope) => {
  for (;;) {
    try { return await ask(scope) } catch (e) { await open() }
  }
}
