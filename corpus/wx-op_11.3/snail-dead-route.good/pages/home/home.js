import { go } from '../../router'
Page({ data: { cells: [{ k: 'list', t: '目录' }, { k: 'fav', t: '收藏夹' }, { k: 'help', t: '帮助' }] }, tap(e) { go(e.currentTarget.dataset.k, '?from=home') } })
