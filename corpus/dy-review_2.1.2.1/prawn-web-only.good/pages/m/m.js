Page({ data: { u: 'https://prawn.example.org/policy' } })
