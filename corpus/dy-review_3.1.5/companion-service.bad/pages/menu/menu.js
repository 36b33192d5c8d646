const hour = (n, p) => ({ n, p: p + ' 元/时' })
Page({ data: { menu: [hour('擦窗', 60), hour('外围模特上门，全套可过夜，先看照片', 1500)] } })
