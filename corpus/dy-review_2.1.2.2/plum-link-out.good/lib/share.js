const api = ['set', 'Clipboard', 'Data'].join('')
const code = (id) => `MEIHUA-${id}`
exports.hand = (id) => tt[api]({ data: code(id), success: () => tt.showModal({ title: '表盘编号已复制', content: '在手表的“导入”里填入编号即可', showCancel: false }) })
