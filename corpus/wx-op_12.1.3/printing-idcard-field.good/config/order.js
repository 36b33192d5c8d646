module.exports = {
  sizes: ['A4 黑白', 'A4 彩色', '身份证正反面复印'],
  form: [
    { k: 'copies', label: '份数', must: true, test: /^\d{1,3}$/ },
    { k: 'memo', label: '备注（请勿填写身份证号）' }
  ]
}
