import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['packages/*/{src,test,scripts,web}/**/*.test.ts'],
    // Only prepares a place: a database is started by the first test that asks for one.
    globalSetup: ['packages/platform/test/setup.ts'],
    testTimeout: 20_000,
  },
})
