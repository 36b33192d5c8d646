Page({ data: { news: ['运动会改期', '食堂菜单'] }, lost() { wx.navigateTo({ url: '/more/lost/lost' }) } })
