import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { PLATFORM_COMMANDS, platformCommand } from './platform.ts'

const absent = (message: string) => () => Promise.reject(Object.assign(new Error(message), { code: 'ERR_MODULE_NOT_FOUND' }))

test('should name the package that is not installed, or not built, and say what to do', async () => {
  for (const message of [
    "Cannot find package 'menshen-platform' imported from x.js",
    'Cannot find module /a/packages/platform/dist/index.js imported from x.js',
  ])
    await expect(platformCommand('serve', [], 'en', absent(message))).rejects.toMatchObject({
      code: 2,
      text: { zh: expect.stringContaining('npm install menshen-platform'), en: expect.stringContaining('npm install menshen-platform') },
    })
})
test('should not take another fault for its absence', async () => {
  await expect(platformCommand('serve', [], 'en', absent("Cannot find package 'pg' imported from x.js"))).rejects.toThrow('pg')
})
test('should hand the rest of the line over', async () => {
  const asked: unknown[] = []
  const code = await platformCommand('audit', ['verify', '--heads', 'a'], 'zh', async () => ({
    runPlatform: async (...given: unknown[]) => asked.push(...given) + 40,
  }))
  expect([asked, code]).toEqual([['audit', ['verify', '--heads', 'a'], 'zh'], 43])
})
test('should be tuned for days in all of its commands', () => {
  const bin = readFileSync(new URL('../../bin/menshen.js', import.meta.url), 'utf8')
  expect(bin).toContain(`[${PLATFORM_COMMANDS.map((name) => `'${name}'`).join(', ')}]`)
})
