Page({ data: { mails: [{ s: '打印机卡纸', c: '三号楼' }, { s: '网络中断', c: '前台' }] }, done(e) { this.setData({ [`mails[${e.currentTarget.dataset.i}].ok`]: true }) } })
