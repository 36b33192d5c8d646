Page({ data: { list: ['鱼灯', '走马灯'] } })
