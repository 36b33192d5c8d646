Page({ data: { towns: ['临溪', '白沙', '长汀'] }, pick(e) { tt.reLaunch({ url: '/pages/pools/pools?town=' + e.currentTarget.dataset.t }) } })
