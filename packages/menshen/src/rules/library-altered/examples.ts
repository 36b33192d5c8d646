import type { Example } from '../kit.ts'

const page = {
  'pages/a/a.wxml': '<view>首页</view>',
  'pages/a/a.js': "require('../../miniprogram_npm/calendar/index')\nPage({})",
  'utils/request.js': 'module.exports = () => 1',
}

export const examples: readonly Example[] = [
  {
    name: { zh: '组件库里引用了自己的请求封装', en: 'a library requires the program’s request wrapper' },
    files: { ...page, 'miniprogram_npm/calendar/index.js': "const request = require('../../utils/request')\nmodule.exports = request" },
    expect: [{ message: 'altered', file: 'miniprogram_npm/calendar/index.js', excerpt: "'../../utils/request'", verdict: 'review' }],
  },
  {
    name: { zh: '库只引用自己和别的包', en: 'a library requires its own files and other packages' },
    files: {
      ...page,
      'miniprogram_npm/calendar/index.js': "const day = require('../dayjs/index')\nmodule.exports = require('./month')(day)",
      'miniprogram_npm/calendar/month.js': 'module.exports = (x) => x',
      'miniprogram_npm/dayjs/index.js': 'module.exports = 1',
    },
    expect: [],
  },
]
