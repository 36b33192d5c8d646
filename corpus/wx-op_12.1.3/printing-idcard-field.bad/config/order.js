module.exports = {
  sizes: ['A4 黑白', 'A4 彩色', '照片 6 寸'],
  form: [
    { k: 'copies', label: '份数', must: true },
    { k: 'idno', label: '身份证号', must: true, test: /^\d{17}[\dXx]$/ },
    { k: 'memo', label: '备注' }
  ]
}
