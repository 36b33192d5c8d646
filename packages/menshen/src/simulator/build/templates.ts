/**
 * Templates to one JavaScript expression. The compiler speaks WXML; Douyin's dialect is turned into it first, on the
 * same lines, so that its diagnostics keep their places.
 */

import { TmplGroup } from 'glass-easel-template-compiler'
import { parseSync } from 'oxc-parser'
import { transform } from 'sucrase'
import type { BuildProblem } from '../types.ts'

export interface TemplateSource {
  /** Path without root, with suffix. */
  readonly file: string
  readonly text: string
}
export interface Templates {
  readonly code: string
  readonly paths: ReadonlySet<string>
  readonly problems: readonly BuildProblem[]
}

const limitPerFile = 2_000_000

/** `x.constructor` in WXS is a name, not a function; the platform's own interpreter compares it so. */
const constructors = (code: string): string =>
  code.replace(/\b([A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*|\[[^[\]]*\])*)\.constructor\b(?!\s*[.(])/g, '__wxsConstructor($1)')

/** A script module of a template, ready for the compiler: CommonJS, without suffixes in its requires. */
export function templateScript(code: string, douyin: boolean): string {
  let out = code
  if (douyin && /^\s*(export|import)\b/m.test(out)) {
    try {
      out = transform(out, { transforms: ['imports'] }).code
    } catch {
      // the compiler will say what is wrong
    }
  }
  return constructors(out.replace(/require\(\s*(["'])([^"']+)\.(?:wxs|sjs|js)\1\s*\)/g, 'require($1$2$1)'))
}

const loop = /\b(wx:for(?:-items)?)\s*=\s*(["'])\s*\(?\s*([A-Za-z_$][\w$]*)\s*(?:,\s*([A-Za-z_$][\w$]*)\s*)?\)?\s+in\s+([^"']+?)\s*\2/g
/** Douyin's attributes and tags in WeChat's words. */
export function fromDouyin(text: string): string {
  return text
    .replace(/\btt:(if|elif|else|for-items|for-item|for-index|for|key)\b/g, 'wx:$1')
    .replace(
      loop,
      (_, name: string, q: string, item: string, index: string | undefined, list: string) =>
        `${name}=${q}{{${list.replace(/^\{\{|\}\}$/g, '')}}}${q} wx:for-item=${q}${item}${q}${index ? ` wx:for-index=${q}${index}${q}` : ''}`,
    )
    .replace(/<(\/?)(?:import-)?sjs\b/g, '<$1wxs')
    .replace(/(<wxs\b[^>]*?)\b(?:name|from)=/g, (_, before: string) => before + (/\bmodule=/.test(before) ? 'src=' : 'module='))
    .replace(/(<(?:import|include)\b[^>]*\bsrc\s*=\s*["'][^"']*)\.ttml(["'])/g, '$1.wxml$2')
}

/** Whether a template script stands on its own: what does not could climb out of the function it is put into. */
const standsAlone = (code: string): boolean => {
  try {
    return parseSync('module.cjs', code + '\n', { sourceType: 'script' }).errors.length === 0
  } catch {
    return false
  }
}

/** What both platforms forgive and the compiler does not. */
function forgiving(text: string): string {
  return text
    .replace(/(<wxs\b[^>]*\bsrc\s*=\s*["'][^"']*)\.(?:sjs|wxs)(["'])/g, '$1.wxs$2')
    .replace(/\bwx:for-items\s*=/g, 'wx:for=')
    .replace(
      /<(import|include)\b([^>]*?)\bsrc\s*=\s*(["'])((?!\s*\{\{)[^"']*?)(\.wxml)?\3/g,
      (_, tag: string, rest: string, q: string, src: string) => `<${tag}${rest}src=${q}${src}.wxml${q}`,
    )
}

/** Compiles all templates and template scripts of a program together. */
export function compileTemplates(templates: readonly TemplateSource[], scripts: readonly TemplateSource[], douyin: boolean): Templates {
  const problems: BuildProblem[] = []
  const paths = new Set<string>()
  // handlers keep their names only in the development form
  const group = new TmplGroup()
  const bare = (file: string): string => file.replace(/\.\w+$/, '')
  for (const { file, text } of scripts) {
    const code = templateScript(text.slice(0, limitPerFile), douyin)
    if (!standsAlone(code)) {
      problems.push({ file, line: 1, message: 'template script is not valid', fatal: false })
      group.addScript(bare(file), '')
      continue
    }
    try {
      group.addScript(bare(file), code + '\n')
    } catch (error) {
      problems.push({ file, line: 1, message: String(error).slice(0, 300), fatal: false })
    }
  }
  for (const { file, text } of templates) {
    const path = bare(file)
    if (text.length > limitPerFile) {
      problems.push({ file, line: 1, message: 'template too large', fatal: true })
      continue
    }
    let source = douyin ? fromDouyin(text) : text
    source = forgiving(source).replace(/(<wxs\b[^>]*[^/]>)([\s\S]*?)(<\/wxs>)/g, (_, open: string, body: string, end: string) => {
      const code = templateScript(body, douyin)
      return standsAlone(code) ? open + code + '\n' + end : open + end
    })
    try {
      const found = (group.addTmpl(path, source) ?? []) as {
        isError?: boolean
        level?: string | number
        message?: string
        startLine?: number
      }[]
      paths.add(path)
      for (const d of found) {
        const fatal = d.isError === true || d.level === 'Error' || d.level === 'Fatal' || (typeof d.level === 'number' && d.level >= 3)
        if (fatal)
          problems.push({ file, line: (d.startLine ?? 0) + 1, message: String(d.message ?? 'template error').slice(0, 300), fatal: false })
      }
    } catch (error) {
      problems.push({ file, line: 1, message: 'not compiled: ' + String(error).slice(0, 200), fatal: true })
    }
  }
  let code = '{}'
  try {
    code = group.getTmplGenObjectGroups()
  } catch (error) {
    problems.push({ file: '', line: 1, message: 'templates not compiled: ' + String(error).slice(0, 200), fatal: true })
  }
  try {
    group.free()
  } catch {
    // a compiler that has given up owns nothing any more
  }
  return { code, paths, problems }
}
