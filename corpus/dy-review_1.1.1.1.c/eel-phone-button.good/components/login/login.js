import { label } from '../../lib/text'
Component({ data: { label: label(!tt.getStorageSync('old')) }, methods: { got(e) { if (e.detail.encryptedData) this.triggerEvent('ok', e.detail) } } })
