Component({ options: { virtualHost: true }, properties: { kind: { type: String, value: 'contact' } } })
