import { emit } from './lib/bus'
App({
  globalData: { code: '' },
  onShow() {
    emit('front')
  }
})
