const hour = (n, p) => ({ n, p: p + ' 元/时' })
Page({ data: { menu: [hour('擦窗', 60), hour('整理衣柜', 80), { n: '严禁任何色情服务要求，一经发现报警', p: '' }] } })
