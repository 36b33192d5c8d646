Page({ data: { text: '凭此页到服务台领取纪念册' } })
