Page({ data: { works: ['无题 3'] } })
