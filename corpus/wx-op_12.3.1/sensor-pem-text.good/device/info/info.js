Page({ data: { v: '固件 1.4' } })
