module.exports = { must: false, title: '购买纸质图册', text: '图解全部免费，无需付费添加；纸质图册 ¥19.9 包邮', act: '购买图册' }
