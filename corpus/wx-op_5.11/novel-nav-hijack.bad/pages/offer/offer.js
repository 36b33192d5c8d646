Page({ data: { t: '合作方图书展示' } })
