Page({ data: { t: '专业版方案' } })
