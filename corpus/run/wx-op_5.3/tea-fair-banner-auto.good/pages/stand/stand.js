Page({ data: { hall: '', list: ['云雾茶社', '石井茶行', '老铁壶铺'] }, onLoad(q) { this.setData({ hall: q.hall || '绿茶馆' }) } })
