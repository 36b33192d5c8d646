const g = (n, p, img) => ({ n, p, img: '/images/' + img })
Page({ data: { goods: [g('香薰灯', 59, 'lamp.png'), g('肩颈按摩棒', 99, 'roller.png'), g('遮光眼罩', 19, 'mask.png')] } })
