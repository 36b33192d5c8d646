const cut = (sheet) => sheet.split('|').map((s, i) => { const [who, say] = s.split('@'); return { id: i, who, say } })
exports.load = (sheet) => cut(sheet).filter((c) => c.say)
