Page({ data: { t: '请到门店填写表格' } })
