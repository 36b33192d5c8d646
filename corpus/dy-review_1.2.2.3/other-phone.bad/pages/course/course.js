Page({ data: { list: ['认识琴弦', '勾托抹'] }, vip () { tt.navigateTo({ url: '/pages/vip/vip' }) } })
