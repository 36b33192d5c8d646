Page({ data: { list: ['榫卯入门', '木勺'] } })
