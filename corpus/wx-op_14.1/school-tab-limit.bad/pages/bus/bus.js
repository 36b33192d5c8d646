Page({ data: { next: '16:40' } })
