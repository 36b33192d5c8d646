import api from '../../api/index'
const wait = (ms) => new Promise((ok) => setTimeout(ok, ms))
Page({ data: { t: 21 }, async onReady() { await wait(2000); this.setData({ t: 22 }) }, async banner() { await api.openEmbeddedMiniProgram({ appId: 'wx5555444433332222' }) } })
