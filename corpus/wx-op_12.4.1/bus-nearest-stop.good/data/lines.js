const table = {
  18: [{ id: 1, name: '渔人码头', next: 4, lat: 36.06, lng: 120.31 }, { id: 2, name: '海关后街', next: 7, lat: 36.07, lng: 120.33 }, { id: 3, name: '东风市场', next: 12, lat: 36.08, lng: 120.35 }]
}
exports.stopsOf = (line) => table[line] || table[18]
