Page({ data: { n: '云栖府', rows: ['预售证办理中，内部认筹火热', '交 2 万诚意金锁定房号，开盘优先选'], label: '在线认筹' }, act() { tt.request({ url: 'https://estate.example.org/reserve', method: 'POST' }) } })
