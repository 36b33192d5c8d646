Page({ data: { rows: ['塔吊班 12 人', '木工班 9 人'] } })
