Page({ data: { term: '白露', tip: '早晚添衣' } })
