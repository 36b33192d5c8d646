Page({ data: { works: ['风景'] } })
