Page({ data: { open: false, list: ['海上来信', '凌晨三点'] }, show() { this.setData({ open: !this.data.open }) } })
