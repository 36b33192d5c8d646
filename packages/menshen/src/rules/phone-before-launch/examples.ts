import type { Example } from '../kit.ts'

const files = {
  'pages/me/me.ttml': '<button open-type="{{way}}" bindgetphonenumber="got">手机号授权登录</button>',
  'pages/me/me.js': "Page({ data: { way: 'getPhoneNumber' }, got() {} })",
}

export const examples: readonly Example[] = [
  {
    name: { zh: '首次提审', en: 'a first submission' },
    files,
    listing: { name: '半糖茶饮', changelog: '首次提审' },
    expect: [{ message: 'not-granted-yet', file: 'pages/me/me.ttml' }],
  },
  {
    name: { zh: '上线后申请通过', en: 'granted after going online' },
    files,
    listing: { name: '半糖茶饮', changelog: '1.0.0 之后的版本', qualifications: [{ kind: '能力审批', for: 'getPhoneNumber' }] },
    expect: [],
  },
]
