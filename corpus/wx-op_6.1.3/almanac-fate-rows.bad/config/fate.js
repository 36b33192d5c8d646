const four = ['八', '字'].join('')
exports.act = `${four}批命 · 看一生财运`
exports.keys = ['姻缘签', '财运签', '流年运势']
