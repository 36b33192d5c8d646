Page({ data: { parts: ['本工具由示例稳稳科技独立运营', '，与腾讯无合作关系', '，也未获微信官方推荐'], bills: ['医疗险 2027-01'] }, add() { wx.showToast({ title: '已添加' }) } })
