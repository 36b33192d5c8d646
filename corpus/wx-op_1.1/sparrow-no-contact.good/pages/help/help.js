Page({ data: { tips: ['每天固定时间更容易坚持'] } })
