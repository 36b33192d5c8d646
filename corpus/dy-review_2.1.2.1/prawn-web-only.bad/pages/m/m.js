Page({ data: { u: 'https://prawn.example.org/h5/me' } })
