import { expect, test } from 'vitest'
import { failingServer, fromResponses } from './responses.ts'

test('the pattern that knows most answers, queries count only where they are written', () => {
  const { responder } = fromResponses({
    'GET *': 'anything',
    'GET https://a.com/x/*': { body: { n: 1 } },
    'GET https://a.com/x/y': { status: 201, headers: { 'X-A': 'b' }, body: 'text' },
    'GET https://a.com/x/y?page=2': { body: 'second' },
    '* https://b.com/': 0,
  })
  const get = (url: string, method = 'GET') => responder.answer({ method, url })
  expect(get('https://a.com/x/y?page=1')).toMatchObject({ status: 201, body: 'text', headers: { 'x-a': 'b' } })
  expect(get('https://a.com/x/y?page=2').body).toBe('second')
  expect(get('https://a.com/x/z').body).toBe('{"n":1}')
  expect(get('https://c.com').body).toBe('anything')
  expect(get('https://b.com/', 'DELETE')).toMatchObject({ source: 'responses', body: '0' })
  expect(get('https://c.com', 'POST').source).toBe('missing')
  expect(responder.unused()).toEqual([])
})
test('a list of answers is given one after the other', () => {
  const { responder } = fromResponses({ 'CLOUD state': [{ body: { s: 'review' } }, { body: { s: 'open' } }] })
  const ask = () => responder.answer({ method: 'CLOUD', url: 'state' }).body
  expect([ask(), ask(), ask()]).toEqual(['{"s":"review"}', '{"s":"open"}', '{"s":"open"}'])
})
test('a list that is itself the body is one answer', () => {
  const { responder } = fromResponses({ 'GET https://a.com': [1, 2] })
  expect(responder.answer({ method: 'GET', url: 'https://a.com' }).body).toBe('[1,2]')
})
test('a recorded session answers, first for the very address, then for its like', () => {
  const entry = (url: string, text: string) => ({
    request: { method: 'GET', url },
    response: { status: 200, headers: [{ name: 'Content-Type', value: 'text/plain' }], content: { text } },
  })
  const { responder } = fromResponses({ log: { entries: [entry('https://a.com/l?p=1', 'one'), entry('https://a.com/l?p=2', 'two')] } })
  expect(responder.answer({ method: 'GET', url: 'https://a.com/l?p=2' })).toMatchObject({
    body: 'two',
    headers: { 'content-type': 'text/plain' },
  })
  expect(responder.answer({ method: 'GET', url: 'https://a.com/l?p=9' }).body).toBe('one')
})
test('a recording keeps pictures, texts in base64, and which body was sent', () => {
  const entry = (method: string, url: string, content: object, sent?: string, status = 200) => ({
    request: { method, url, ...(sent === undefined ? {} : { postData: { text: sent } }) },
    response: { status, headers: [], content },
  })
  const { responder, problems } = fromResponses({
    log: {
      entries: [
        entry('POST', 'https://a.com/q', { text: '{"n":1}', mimeType: 'application/json' }, '{"page":1}'),
        entry('POST', 'https://a.com/q', { text: btoa('{"n":2}'), encoding: 'base64', mimeType: 'application/json' }, '{"page":2}'),
        entry('GET', 'https://a.com/p.png', { text: 'iVBORw0KGgo=', encoding: 'base64', mimeType: 'image/png' }),
        entry('POST', 'https://a.com/up', { text: 'taken' }),
        entry('GET', 'https://a.com/off', {}, undefined, 0),
      ],
    },
  })
  expect(problems).toEqual([])
  const ask = (method: string, url: string, body: string | null = null) => responder.answer({ method, url, body })
  expect(ask('POST', 'https://a.com/q', '{"page":2}').body).toBe('{"n":2}')
  expect(ask('POST', 'https://a.com/q', '{"page":9}').body).toBe('{"n":1}')
  expect(ask('DOWNLOAD', 'https://a.com/p.png')).toMatchObject({
    binary: true,
    body: 'iVBORw0KGgo=',
    headers: { 'content-type': 'image/png' },
  })
  expect(ask('UPLOAD', 'https://a.com/up').body).toBe('taken')
  expect(ask('GET', 'https://a.com/off').source).toBe('missing')
  expect(fromResponses({ log: { entries: [] } }).problems).toHaveLength(1)
})
test('what is no map gives problems and never throws', () => {
  expect(fromResponses({ broken: 1 }).problems).toEqual([{ key: 'broken', message: expect.any(String) }])
  expect(fromResponses(null).responder.answer({ method: 'GET', url: 'x' }).source).toBe('missing')
  expect(failingServer.answer({ method: 'GET', url: 'x' }).status).toBe(500)
})
