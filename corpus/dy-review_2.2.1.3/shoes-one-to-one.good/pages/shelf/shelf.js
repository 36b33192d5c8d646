const grade = { A: '仿麂皮', B: '头层牛皮', C: '帆布' }
Page({ data: { list: [{ n: '换底服务 ' + grade.B, d: '三天取鞋' }, { n: grade.A + ' 清洁', d: '教你分辨高仿鞋的五个走线细节，拒绝假鞋' }] } })
