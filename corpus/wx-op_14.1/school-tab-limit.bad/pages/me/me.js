Page({ data: { child: '三年二班' } })
