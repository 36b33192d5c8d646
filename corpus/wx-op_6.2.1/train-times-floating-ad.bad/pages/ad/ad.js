Page({ data: { t: '理财产品推荐' } })
