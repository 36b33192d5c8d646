import type { Example } from '../kit.ts'

const page = (src: string) => ({
  'pages/a/a.wxml': '<web-view src="{{src}}" />',
  'pages/a/a.js': `Page({ data: { src: '' }, onLoad(q) { this.setData({ src: ${src} }) } })`,
})

export const examples: readonly Example[] = [
  {
    name: { zh: '裸 IP 的 http 网页', en: 'a bare address over http' },
    files: page("'http://' + [203, 0, 113, 24].join('.') + ':8088/k?n=' + q.n"),
    expect: [{ message: 'not-filed', file: 'pages/a/a.wxml', verdict: 'violation' }],
  },
  {
    name: { zh: '域名没有配置', en: 'a host that is not declared' },
    files: page("'https://chart.example.org/k?n=' + q.n"),
    listing: { domains: ['api.example.org'] },
    expect: [{ message: 'not-declared', verdict: 'violation' }],
  },
  {
    name: { zh: '地址来自参数', en: 'the address comes in by a parameter' },
    files: page('decodeURIComponent(q.u)'),
    expect: [{ message: 'open-address', verdict: 'review' }],
  },
  {
    name: { zh: '已配置的域名，参数只是编号', en: 'a declared host, and a number as the parameter' },
    files: page("'https://chart.example.org/k?n=' + q.n"),
    listing: { domains: ['https://chart.example.org'] },
    expect: [],
  },
]
