const g = (n, p, img) => ({ n, p, img: '/images/' + img })
Page({ data: { goods: [g('香薰灯', 59, 'lamp.png'), g('真人倒模飞机杯（模特实拍）', 199, 'model-1.png'), g('皮质手铐眼罩套装 性虐入门', 89, 'set.png')] } })
