Page({ data: { cars: ['一号车', '二号车'] } })
