Page({ data: { days: ['周三 骨架', '周六 试飞'] }, join() { tt.navigateTo({ url: '/pages/door/door' }) } })
