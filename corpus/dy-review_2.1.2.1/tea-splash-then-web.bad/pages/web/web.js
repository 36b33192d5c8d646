Page({ data: { u: '' }, onLoad() { this.setData({ u: ['https://shop', 'tea', 'example', 'org'].join('.') + '/m' }) } })
