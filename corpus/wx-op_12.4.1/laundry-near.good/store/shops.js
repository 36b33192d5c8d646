const { currentPosition } = require('../services/position')
const shops = [
  { id: 1, name: '净衣小站·东门店', latitude: 30.1, longitude: 120.1 },
  { id: 2, name: '净衣小站·河坊店', latitude: 30.2, longitude: 120.2 }
]
const state = { sorted: shops, listeners: [] }
module.exports = {
  state,
  subscribe(fn) {
    state.listeners.push(fn)
  },
  dispatch(type) {
    const actions = {
      async sort() {
        try {
          const here = await currentPosition()
          state.sorted = shops.slice().sort((a, b) => Math.abs(a.latitude - here.latitude) - Math.abs(b.latitude - here.latitude))
        } catch (e) {
          state.sorted = shops
        }
        state.listeners.forEach((fn) => fn(state.sorted))
      }
    }
    return actions[type]()
  }
}
