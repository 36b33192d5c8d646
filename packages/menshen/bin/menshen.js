#!/usr/bin/env node
import { existsSync } from 'node:fs'

const built = new URL('../dist/main.js', import.meta.url)
if (!existsSync(built)) {
  console.error('menshen is not built yet: run `npm run build` first.')
  process.exit(2)
}
await import(built.href)
