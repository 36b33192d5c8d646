const make = (() => {}).constructor
module.exports = (text) => make('price', 'n', 'return ' + text)
