import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['packages/*/{src,test,scripts,web}/**/*.test.ts'],
    // Only prepares a place: a database is started by the first test that asks for one.
    globalSetup: ['packages/platform/test/setup.ts'],
    // Ends what hangs; how fast something is, bench/ measures. Tests share two slow processors at times.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
