Page({ data: { today: '番茄炒蛋' } })
