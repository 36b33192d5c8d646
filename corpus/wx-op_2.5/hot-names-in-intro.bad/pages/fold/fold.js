const steps = { 青蛙: ['对折', '压出折痕', '翻起前腿'], 小羊: ['斜折', '卷起耳朵'] }
Page({ data: { names: Object.keys(steps), now: '青蛙', steps: steps['青蛙'] }, pick(e) { const now = e.currentTarget.dataset.n; this.setData({ now, steps: steps[now] }) } })
