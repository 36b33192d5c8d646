import { describe, expect, test } from 'vitest'
import { breaches, cycle, type Edge, hiddenInputs, importsOf } from './imports.ts'

const src = 'packages/menshen/src'
const lawsOf = (from: string, line: string) => breaches(importsOf(`${src}/${from}`, line)).map((breach) => breach.law)

describe('import laws', () => {
  test('should let rooms import one way only', () => {
    expect(lawsOf('program/a.ts', "import { check } from '../check/check.ts'")).toEqual(['one-way'])
    expect(lawsOf('check/a.ts', "import { loadProgram } from '../program/load.ts'")).toEqual([])
    expect(lawsOf('rules/kit.ts', "import type { Text } from '../check/types.ts'")).toEqual([])
    expect(lawsOf('rules/kit.ts', "import { Text } from '../check/types.ts'")).toEqual(['one-way'])
    expect(lawsOf('rules/kit.ts', "export type { Text } from '../check/types.ts'")).toEqual([])
  })
  test('should hold a rule to the kit and its own folder', () => {
    expect(lawsOf('rules/a-b/rule.ts', "import { rule } from '../kit.ts'; import { words } from './words.ts'")).toEqual([])
    expect(lawsOf('rules/a-b/rule.ts', "import x from '../c-d/rule.ts'")).toEqual(['rules-know-only-the-kit'])
    expect(lawsOf('rules/a-b/rule.ts', "import { tables } from '../tables.ts'")).toEqual(['rules-know-only-the-kit'])
    expect(lawsOf('rules/a-b/rule.ts', "import _ from 'lodash'")).toEqual(['rules-know-only-the-kit', 'packages-by-room'])
    expect(lawsOf('rules/generated/index.ts', "import x from '../a-b/rule.ts'")).toEqual([])
  })
  test('should keep the host out of the core, under either of its names and in lazy imports too', () => {
    expect(lawsOf('program/a.ts', "import { readFileSync } from 'node:fs'")).toEqual(['host-free-core'])
    expect(lawsOf('report/a.ts', "import path from 'path'")).toEqual(['host-free-core'])
    expect(lawsOf('check/a.ts', "const x = await import('node:fs')")).toEqual(['host-free-core'])
    expect(lawsOf('check/a.ts', "const x = await import('node:fs' as string)")).toEqual(['host-free-core'])
    expect(lawsOf('cli/a.ts', "import { readFileSync } from 'node:fs'")).toEqual([])
    expect(lawsOf('check/a.test.ts', "import { readFileSync } from 'node:fs'")).toEqual([])
    expect(lawsOf('simulator/page/a.ts', "import fs from 'fs'")).toEqual(['page-without-node'])
    expect(lawsOf('check/a.ts', "import { openFiles } from '../io/files.ts'")).toEqual(['hosts-at-the-edge'])
  })
  test('should keep the platform behind the checker and its rooms in order', () => {
    const laws = (from: string, line: string) => breaches(importsOf(`packages/${from}`, line)).map((breach) => breach.law)
    expect(laws('menshen/src/cli/serve.ts', "import { serve } from 'menshen-platform'")).toEqual([
      'packages-by-room',
      'checker-without-platform',
    ])
    expect(laws('menshen/src/io/serve.ts', "await import('menshen-platform')")).toEqual(['checker-without-platform'])
    expect(laws('menshen/src/cli/serve.ts', "await import('menshen-platform')")).toEqual([])
    expect(laws('platform/src/domain/a.ts', "import { createHash } from 'node:crypto'")).toEqual(['pure-domain'])
    expect(laws('platform/src/domain/a.ts', "import { open } from '../store/db.ts'")).toEqual(['pure-domain'])
    expect(laws('platform/src/domain/a.ts', "import { z } from 'zod'")).toEqual(['pure-domain'])
    expect(laws('platform/src/domain/a.ts', "import type { CheckRun } from '../../../menshen/src/check/types.ts'")).toEqual([])
    expect(laws('platform/src/domain/a.ts', "import { CheckRun } from '../../../menshen/src/check/types.ts'")).toEqual(['pure-domain'])
    expect(laws('platform/src/domain/transitions/a.ts', "import { own } from '../guards.ts'")).toEqual([])
    expect(laws('platform/src/store/a.ts', "import { app } from '../http/app.ts'")).toEqual(['store-below-its-users'])
    expect(laws('platform/src/store/a.ts', "import { Pool } from 'pg'")).toEqual([])
    expect(laws('platform/src/http/a.ts', "import { Pool } from 'pg'")).toEqual(['sql-in-the-store'])
    expect(laws('platform/src/jobs/a.ts', "import { app } from '../http/app.ts'")).toEqual(['jobs-and-routes-apart'])
    expect(laws('platform/src/http/a.ts', "import { page } from '../../web/page.tsx'")).toEqual(['nobody-imports-web'])
    expect(laws('platform/web/a.tsx', "import type { Version } from '../src/contract/index.ts'")).toEqual([])
    expect(laws('platform/web/a.tsx', "import { open } from '../src/store/db.ts'")).toEqual(['web-sees-the-contract'])
    expect(laws('platform/src/contract/a.ts', "import type { Permission } from '../domain/roles.ts'")).toEqual([])
    expect(laws('platform/src/contract/a.ts', "import { may } from '../domain/roles.ts'")).toEqual(['contract-is-words'])
    expect(laws('platform/src/contract/a.ts', "import { Hono } from 'hono'")).toEqual(['contract-is-words'])
    expect(laws('platform/src/intake/a.ts', "import { open } from '../store/db.ts'")).toEqual(['intake-by-itself'])
  })
  test('should see clocks and chance that need no import', () => {
    const used = (text: string) => hiddenInputs(`${src}/rules/a.ts`, text)
    expect(used('export const a = () => [Date.now(), new Date(), Math.random(), process.env]')).toEqual([
      'Date.now',
      'new Date()',
      'Math.random',
      'process.env',
    ])
    expect(used("export const a = ['Date.now()', new Date('2026-11-21')]")).toEqual([])
    expect(hiddenInputs(`${src}/cli/a.ts`, 'Date.now()')).toEqual([])
    expect(hiddenInputs('packages/platform/src/domain/a.ts', 'Date.now()')).toEqual(['Date.now'])
    expect(hiddenInputs('packages/platform/src/store/a.ts', 'Date.now()')).toEqual([])
  })
  test('should find a circle of rooms, by values and not by types', () => {
    const edge = (from: string, to: string, type = false): Edge => ({
      from: `packages/menshen/src/${from}/x.ts`,
      to: `packages/menshen/src/${to}/y.ts`,
      type,
    })
    expect(cycle([edge('io', 'simulator'), edge('simulator', 'program'), edge('program', 'io')])).toEqual([
      'io',
      'simulator',
      'program',
      'io',
    ])
    expect(cycle([edge('io', 'simulator'), edge('simulator', 'io', true), edge('io', 'io')])).toEqual([])
  })
})
