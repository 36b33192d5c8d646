import type { Example } from '../kit.ts'

const files = { 'pages/i/i.wxml': '<view>欢迎</view>' }
export const examples: readonly Example[] = [
  {
    name: { zh: '城市加行业', en: 'a city and a trade' },
    files,
    listing: { name: '杭州租房' },
    expect: [{ message: 'regional', verdict: 'violation' }],
  },
  {
    name: { zh: '城市加行业加“网”', en: 'a city, a trade and a filler' },
    files,
    listing: { name: '厦门二手房信息网', entity: { kind: 'company', name: '厦门示例科技有限公司' } },
    expect: [{ message: 'regional', verdict: 'violation' }],
  },
  {
    name: { zh: '同城加行业', en: 'reach and a trade' },
    files,
    listing: { name: '同城家政平台' },
    expect: [{ message: 'regional', verdict: 'review' }],
  },
  {
    name: { zh: '通用词拼成的名称', en: 'common words put together' },
    files,
    listing: { name: '在线购物商城' },
    expect: [{ message: 'common', verdict: 'review' }],
  },
  {
    name: { zh: '与登记的公司名一致', en: 'the very name of the company' },
    files,
    listing: { name: '上海装修', entity: { kind: 'company', name: '上海装修集团有限公司' } },
    expect: [{ message: 'regional', verdict: 'review' }],
  },
  { name: { zh: '地区加字号加行业', en: 'a brand between place and trade' }, files, listing: { name: '杭州青禾租房' }, expect: [] },
  { name: { zh: '菜系里的地名', en: 'a place inside a brand' }, files, listing: { name: '重庆老灶台火锅' }, expect: [] },
  { name: { zh: '政府部门', en: 'an administration' }, files, listing: { name: '南京公交', entity: { kind: 'government' } }, expect: [] },
  {
    name: { zh: '抖音：不引用微信的条款', en: 'Douyin: clauses of WeChat are not cited' },
    platform: 'douyin',
    files: { 'pages/i/i.ttml': '<view>欢迎</view>' },
    listing: { name: '杭州租房' },
    expect: [],
  },
]
