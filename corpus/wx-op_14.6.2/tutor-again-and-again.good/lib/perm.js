const ask = (scope) => new Promise((success, fail) => wx.authorize({ scope, success, fail }))
exports.open = () => new Promise((ok) => wx.openSetting({ complete: ok }))
exports.ensure = async (scope) => {
  try { return await ask(scope) } catch (e) { console.warn('denied', scope); throw e }
}
