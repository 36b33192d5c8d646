Page({ data: { t: '夏季大三角' }, tap() { wx.showToast({ title: '真美', icon: 'none' }) } })
