const { label } = require('../../lib/city')
Page({ data: { city: '请选择城市', films: ['长夜', '远灯'].map((f) => f + ' · ' + label(f)) }, pick() { tt.showActionSheet({ itemList: ['示例市', '样本县'], success: (r) => this.setData({ city: ['示例市', '样本县'][r.tapIndex] }) }) } })
