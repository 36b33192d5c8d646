import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['packages/*/{src,test,scripts}/**/*.test.ts'],
    testTimeout: 20_000,
  },
})
