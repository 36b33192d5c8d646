module.exports = { hint: '想找的岗位，如书店理货', act: '查看时薪', share: '告诉朋友', title: '周末兼职：理货 22 元/时', toast: '凡先交钱、「零风险高佣金」的都是骗局' }
