Page({ data: { items: ['水壶', '红领巾'] } })
