Page({ data: { w: ['stoat', 'weasel'], r: '' }, look() { this.setData({ r: '8 / 10' }) } })
