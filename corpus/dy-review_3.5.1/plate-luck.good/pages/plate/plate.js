const place = { 吉: '吉林', 豫: '河南', 湘: '湖南' }
Page({ data: { out: '', tip: '本站不做号码吉凶测算' }, go(e) { this.setData({ out: '归属：' + (place[e.detail.value[0]] || '未知') }) } })
