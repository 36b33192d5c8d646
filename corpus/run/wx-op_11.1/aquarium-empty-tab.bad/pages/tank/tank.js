Page({ data: { log: [{ d: '周一', t: '换水三成' }, { d: '周四', t: '珊瑚开了' }] }, note(e) { this.setData({ log: this.data.log.concat({ d: '今天', t: e.detail.value.t || '喂食' }) }) } })
