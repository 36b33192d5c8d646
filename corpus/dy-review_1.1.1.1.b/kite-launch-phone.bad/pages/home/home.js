Page({ data: { days: ['周三 骨架', '周六 试飞'] } })
