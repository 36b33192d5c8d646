module.exports = { hint: '留 QQ，教你轻松月入 8000+', act: '交 199 上车', share: '告诉朋友', title: '零风险高佣金，手机点一点就赚钱', toast: '老师会拉你进网赚群' }
