import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { findProgram } from '../program/find.ts'
import { loadProgram } from '../program/load.ts'
import { FolderMemory, InputError, openFiles } from './files.ts'

let top: string
let folder: string
beforeEach(() => {
  top = mkdtempSync(join(tmpdir(), 'menshen-'))
  folder = join(top, 'tea')
  mkdirSync(folder)
})
afterEach(() => rmSync(top, { recursive: true, force: true }))

const write = (files: Record<string, string | Uint8Array>) => {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
}
const codeOf = async (opened: Promise<unknown>): Promise<string> => {
  try {
    await opened
    return 'opened'
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    expect(error.text.zh).not.toMatch(/\{\w+\}/)
    expect(error.text.en).not.toMatch(/\{\w+\}/)
    return error.code
  }
}

describe('a folder', () => {
  test('is listed in order, without the tools’ folders, and read when asked', async () => {
    write({
      'b.js': 'b',
      'a/x.json': '{}',
      '.git/config': '',
      'node_modules/m/index.js': '',
      'cloud/f/node_modules/n/i.js': '',
      '.eslintrc.js': '',
    })
    const files = await openFiles(folder)
    expect(files.list()).toEqual(['.eslintrc.js', 'a/x.json', 'b.js'])
    expect([files.name, files.origin, files.size('b.js'), files.text('b.js'), files.has('nope')]).toEqual(['tea', 'folder', 1, 'b', false])
    expect([files.text('nope'), files.bytes('../tea/b.js'), files.size('nope')]).toEqual([undefined, undefined, 0])
  })

  test('leaves out what .menshenignore names, unless that must not count', async () => {
    write({ '.menshenignore': 'docs/\n*.bak\n', 'docs/a.js': '', 'x.bak': '', 'app.js': '' })
    expect((await openFiles(folder)).list()).toEqual(['.menshenignore', 'app.js'])
    expect((await openFiles(folder)).leftOut?.()).toEqual({ files: 1, folders: 1 })
    expect((await openFiles(folder, { honourIgnore: false })).list()).toContain('docs/a.js')
  })

  test('never follows a link out of itself, and says so', async () => {
    writeFileSync(join(top, 'secret.js'), 'secret')
    mkdirSync(join(top, 'outside'))
    writeFileSync(join(top, 'outside', 'o.js'), '')
    write({ 'real/a.js': 'a' })
    symlinkSync('../secret.js', join(folder, 'leak.js'))
    symlinkSync(join(top, 'outside'), join(folder, 'out'))
    symlinkSync('/etc/passwd', join(folder, 'passwd.js'))
    symlinkSync('real/a.js', join(folder, 'inside.js'))
    symlinkSync('real', join(folder, 'again'))
    symlinkSync('nowhere', join(folder, 'gone.js'))
    symlinkSync('loop', join(folder, 'loop'))
    const files = await openFiles(folder)
    expect(files.list()).toEqual(['inside.js', 'real/a.js'])
    expect(files.text('inside.js')).toBe('a')
    const problems = files.problems!().map(({ kind, at, data }) => `${kind} ${at.file} ${data['reason'] ?? ''}`.trim())
    expect(problems.sort()).toEqual([
      'symlink-outside leak.js',
      'symlink-outside out',
      'symlink-outside passwd.js',
      'unreadable again folder-link',
      'unreadable gone.js broken-link',
      'unreadable loop broken-link',
    ])
  })

  test('does not follow a link that takes a file’s place after the walk', async () => {
    writeFileSync(join(top, 'secret.js'), 'secret')
    write({ 'a.js': 'a', 'large.js': 'x'.repeat(1_000_001) })
    const files = await openFiles(folder)
    for (const name of ['a.js', 'large.js']) {
      rmSync(join(folder, name))
      symlinkSync('../secret.js', join(folder, name))
    }
    // what the walk has read counts as it was read; the rest is read when it is asked for
    expect(Buffer.from(files.bytes('a.js')!).toString()).toBe('a')
    expect(files.text('large.js')).toBeUndefined()
    files.forget?.()
    expect(files.text('a.js')).toBeUndefined()
    expect(files.problems!()).toMatchObject([
      { kind: 'unreadable', at: { file: 'large.js' } },
      { kind: 'unreadable', at: { file: 'a.js' } },
    ])
  })

  test('does not wait for a pipe', async () => {
    execFileSync('mkfifo', [join(folder, 'pipe.js')])
    const files = await openFiles(folder)
    expect(files.list()).toEqual([])
    expect(files.problems!()).toMatchObject([{ kind: 'unreadable', data: { reason: 'special-file' } }])
  })

  test('is bounded in number, size and depth', async () => {
    write({ 'a.js': 'aaaa', 'b.js': 'bbbb', 'c/d/e/f.js': '' })
    expect(await codeOf(openFiles(folder, { files: 2 }))).toBe('too-many-files')
    expect(await codeOf(openFiles(folder, { bytes: 7 }))).toBe('too-many-bytes')
    const shallow = await openFiles(folder, { depth: 2 })
    expect(shallow.list()).toEqual(['a.js', 'b.js'])
    expect(shallow.problems!()).toMatchObject([{ kind: 'nested-too-deep', at: { file: 'c/d/e' }, hides: true }])
  })

  test('tells what was odd about its files in the model', async () => {
    symlinkSync('/etc/hosts', join(folder, 'hosts.js'))
    write({ 'app.json': '\ufeff{"pages": ["p/p"]}', 'p/p.js': '', 'p/p.wxml': '' })
    const files = await openFiles(folder)
    const found = findProgram(files)
    expect(found).toMatchObject({ kind: 'program', root: '' })
    expect(loadProgram(files, { root: '' }).problems.map(({ kind }) => kind)).toEqual(['bom', 'symlink-outside'])
  })
})

describe('a path that is no program', () => {
  test('is answered with what is wrong with it', async () => {
    write({ 'x.rar': Buffer.from('526172211a0700', 'hex'), 'x.tgz': Buffer.from('1f8b0800', 'hex') })
    expect(await codeOf(openFiles(join(folder, 'nothing')))).toBe('not-found')
    expect(await codeOf(openFiles(join(folder, 'x.rar')))).toBe('other-archive')
    expect(await codeOf(openFiles(join(folder, 'x.tgz')))).toBe('other-archive')
    expect(await codeOf(openFiles('/dev/null'))).toBe('not-a-file')
  })

  test('a single file is one file and never a program', async () => {
    write({ 'broken.js': 'App({', 'app.json': '{"pages": ["a"]}', 'big.js': 'x'.repeat(100) })
    const files = await openFiles(join(folder, 'broken.js'))
    expect([files.name, files.origin, files.list(), files.text('broken.js')]).toEqual(['broken.js', 'file', ['broken.js'], 'App({'])
    expect(findProgram(files)).toEqual({ kind: 'none', reason: 'single-file' })
    expect(findProgram(await openFiles(join(folder, 'app.json')))).toEqual({ kind: 'none', reason: 'single-file' })
    expect(await codeOf(openFiles(join(folder, 'big.js'), { fileBytes: 10 }))).toBe('file-too-large')
  })

  test('names from outside cannot reach the terminal as control codes', () => {
    expect(new InputError('not-found', { path: 'a\u001b[31m\u202eb' }).text.en).toBe('There is no a\ufffd[31m\ufffdb')
  })
})

test('a folder that is opened again is read again only where it changed', async () => {
  write({ 'app.js': 'App({})', 'a.txt': 'one' })
  const memory = new FolderMemory()
  const first = await openFiles(folder, {}, memory)
  const [text, bytes] = [first.text('app.js'), first.bytes('a.txt')]
  write({ 'app.js': 'App({ })' })
  const second = await openFiles(folder, {}, memory)
  expect([text, second.text('app.js')]).toEqual(['App({})', 'App({ })'])
  expect(second.bytes('a.txt')).toBe(bytes)
  expect(Buffer.from(second.bytes('app.js')!).toString()).toBe('App({ })')
})
