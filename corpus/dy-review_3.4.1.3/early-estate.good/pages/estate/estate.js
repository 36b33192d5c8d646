Page({ data: { n: '云栖府', rows: ['预售许可证：示例房预售字 2026-001 号', '取证前不收取任何诚意金、认筹金'], label: '预约看房' }, act() { tt.request({ url: 'https://estate.example.org/visits', method: 'POST' }) } })
