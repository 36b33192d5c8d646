import { hello } from './services/index'
import { login } from './lib/wx'
App({
  globalData: { nick: '' },
  async onLaunch() {
    const [code, nick] = await Promise.all([login(), hello.greet()])
    Object.assign(this.globalData, { code, nick })
  },
})
