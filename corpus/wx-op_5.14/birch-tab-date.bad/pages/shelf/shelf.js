Page({ data: { b: ['呐喊', '彷徨'] } })
