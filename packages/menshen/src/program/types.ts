/**
 * What a mini program is, once read: configuration, pages, components, scripts, templates, styles.
 * Everything here is plain data with offsets (UTF-16 code units into the file's text); lines and columns are
 * computed only when a finding is shown.
 */

export type Platform = 'wechat' | 'douyin'
export type Framework = 'native' | 'uni-app' | 'taro' | 'mpx' | 'wepy' | 'unknown'

/** A stretch of one file. `start` and `end` are UTF-16 offsets, end exclusive. */
export interface Span {
  readonly file: string
  readonly start: number
  readonly end: number
  /** In a picture: left, top, width and height in its own pixels; start and end are 0 then. */
  readonly box?: readonly [number, number, number, number]
}

/** The files of one submission, however they came (folder, zip, in memory). Paths are relative with forward slashes. */
export interface Files {
  /** What to call the program when it has no name of its own: the folder's or archive's base name. */
  readonly name: string
  list(): readonly string[]
  has(path: string): boolean
  /** Size in bytes; 0 for a path that does not exist. */
  size(path: string): number
  bytes(path: string): Uint8Array | undefined
  /** Decoded as UTF-8 without its BOM; undefined when missing or binary. */
  text(path: string): string | undefined
  /** What they came from; a single file is never a program. */
  readonly origin?: 'folder' | 'zip' | 'file' | 'memory'
  /** What was odd about the files themselves so far: BOMs, other encodings, unreadable ones, links that lead outside. */
  problems?(): readonly Problem[]
  /** What the program's own .menshenignore kept out: files, and folders whose files nobody counted. */
  leftOut?(): { readonly files: number; readonly folders: number }
  /** Lets go of contents that were kept for whoever reads every file once; they are read again when somebody asks. */
  forget?(): void
}

/** Something in the program that could not be read or understood. Never fatal; always with a place. */
export interface Problem {
  readonly kind: ProblemKind
  readonly at: Span
  /** Facts for the message, e.g. {path: 'pages/a/a'}; texts in both languages live in program/problems.ts. */
  readonly data: Readonly<Record<string, string>>
  /** True when a clause can not be judged because of this (an encrypted script), false for a mere oddity (a BOM). */
  readonly hides: boolean
}
export type ProblemKind =
  | 'json-comment'
  | 'json-trailing-comma'
  | 'json-syntax'
  | 'json-duplicate-key'
  | 'json-dangerous-key'
  | 'json-shape'
  | 'bom'
  | 'not-utf8'
  | 'binary-script'
  | 'script-syntax'
  | 'template-syntax'
  | 'style-syntax'
  | 'page-missing'
  | 'page-script-missing'
  | 'page-template-missing'
  | 'component-missing'
  | 'module-missing'
  | 'include-missing'
  | 'include-cycle'
  | 'nested-too-deep'
  | 'too-large'
  | 'unreadable'
  | 'symlink-outside'
  | 'mixed-platforms'
  | 'plugin-code-unavailable'
  | 'dynamic-component'
  | 'analysis-cut'
  | 'framework-not-resolved'

/** A JSON file read with comments and trailing commas tolerated; objects have no prototype. */
export interface JsonDocument {
  readonly file: string
  /** null when nothing could be read. */
  readonly value: unknown
  /** The span of the value at a path (['pages', 0]), or undefined when absent. */
  at(path: readonly (string | number)[]): Span | undefined
  /** The span of the key (with quotes) at a path of property names. */
  keyAt(path: readonly (string | number)[]): Span | undefined
}

// ---- templates ------------------------------------------------------------------------------------------------

export type TextPart =
  | { readonly type: 'text'; readonly value: string; readonly start: number; readonly end: number }
  /** `source` is what stands between the braces; `start` and `end` are the offsets of that inner text. */
  | { readonly type: 'mustache'; readonly source: string; readonly start: number; readonly end: number }

export interface Attribute {
  readonly name: string
  /** Raw value without quotes; null for an attribute without a value. */
  readonly value: string | null
  readonly parts: readonly TextPart[]
  readonly start: number
  readonly end: number
  /** Start of the value's text (after the quote), or -1. */
  readonly valueStart: number
}

export interface TextNode {
  readonly type: 'text'
  readonly parts: readonly TextPart[]
  readonly start: number
  readonly end: number
}

export interface Element {
  readonly type: 'element'
  readonly tag: string
  readonly attributes: readonly Attribute[]
  readonly children: readonly (Element | TextNode)[]
  readonly parent: Element | null
  readonly start: number
  readonly end: number
  /** End of the opening tag. */
  readonly openEnd: number
}

export interface TemplateFile {
  readonly file: string
  readonly children: readonly (Element | TextNode)[]
  /** `<template name>` definitions of this file by name. */
  readonly definitions: ReadonlyMap<string, Element>
  readonly imports: readonly {
    readonly kind: 'import' | 'include'
    readonly src: string
    readonly target: string | null
    readonly at: Span
  }[]
  /** `<wxs>` and `<sjs>` modules: inline body or a source file. */
  readonly scripts: readonly {
    readonly module: string
    readonly src: string | null
    readonly target: string | null
    readonly body: Span | null
    readonly at: Span
  }[]
  /** All elements in document order, definitions included. */
  readonly elements: readonly Element[]
  /** Spans of comments: not copy, but inline set-asides live there. */
  readonly comments: readonly Span[]
}

// ---- styles ---------------------------------------------------------------------------------------------------

export interface StyleFile {
  readonly file: string
  readonly text: string
  /** Every url(...) and @import with its span. */
  readonly urls: readonly { readonly url: string; readonly at: Span }[]
  readonly imports: readonly { readonly src: string; readonly target: string | null; readonly at: Span }[]
}

// ---- units ----------------------------------------------------------------------------------------------------

export interface ComponentUse {
  /** Tag name in templates. */
  readonly tag: string
  /** As written in the configuration. */
  readonly source: string
  /** Base path of the component (no suffix), or null when it is a plugin, a built-in extension or missing. */
  readonly target: string | null
  readonly kind: 'component' | 'plugin' | 'extension' | 'generic' | 'missing'
  readonly at: Span
}

/** A page, a component or the app itself: the files that share one base path. */
export interface Unit {
  readonly kind: 'app' | 'page' | 'component'
  /** Path without suffix, the program's root in front; what follows the root is a page's route. */
  readonly base: string
  readonly json: JsonDocument | null
  readonly script: string | null
  readonly template: string | null
  readonly style: string | null
  /** Components this unit can use by tag, its own before the app's. */
  readonly components: ReadonlyMap<string, ComponentUse>
  /** Root of its subpackage ('' for the main package). */
  readonly package: string
  /** Where the configuration names it. */
  readonly declaredAt: Span | null
}

export interface Subpackage {
  readonly root: string
  readonly name: string | null
  readonly independent: boolean
  readonly pages: readonly string[]
  readonly at: Span
}

export interface Asset {
  readonly path: string
  readonly size: number
  readonly media: 'image' | 'audio' | 'video' | 'font' | 'other'
}

export interface TabBarItem {
  readonly page: string
  readonly text: string
  readonly at: Span
}

export interface ProgramModel {
  readonly platform: Platform
  readonly framework: Framework
  readonly name: string
  /** Folder of the program inside the given files ('' or 'miniprogram/'), ending in a slash when not empty. All paths in the model keep it. */
  readonly root: string
  readonly files: Files
  readonly config: {
    readonly app: JsonDocument
    readonly project: JsonDocument | null
    /** project.private.config.json: one developer's own settings on top of the project's; never meant to be shared. */
    readonly private?: JsonDocument | null
    readonly ext: JsonDocument | null
    readonly theme: JsonDocument | null
    readonly sitemap: JsonDocument | null
  }
  readonly app: Unit
  readonly pages: readonly Unit[]
  /** By base path: every component reachable through usingComponents, custom-tab-bar included. */
  readonly components: ReadonlyMap<string, Unit>
  readonly home: string | null
  readonly tabBar: readonly TabBarItem[]
  readonly subpackages: readonly Subpackage[]
  readonly plugins: readonly { readonly name: string; readonly provider: string; readonly version: string; readonly at: Span }[]
  /** Every .js/.ts file of the program that is packed, .wxs and .sjs apart, in path order. */
  readonly scripts: readonly string[]
  readonly templates: ReadonlyMap<string, TemplateFile>
  readonly styles: ReadonlyMap<string, StyleFile>
  readonly assets: readonly Asset[]
  /** Files kept out of the package by packOptions or the platform's own rules, with the reason. */
  readonly ignored: ReadonlyMap<string, string>
  /** Scripts that are somebody else's or machine-made: path -> why ('minified', 'miniprogram_npm', 'licence banner', 'framework runtime'). */
  readonly vendored: ReadonlyMap<string, string>
  readonly problems: readonly Problem[]
}

/** A folder may hold no program or several. */
export type Found =
  | { readonly kind: 'program'; readonly root: string; readonly platform: Platform }
  | { readonly kind: 'several'; readonly roots: readonly { readonly root: string; readonly platform: Platform; readonly title: string }[] }
  | { readonly kind: 'mixed'; readonly root: string }
  | {
      readonly kind: 'none'
      readonly reason: 'empty' | 'no-app-json' | 'mini-game' | 'single-file' /** A framework's source that must be built first. */
      readonly source?: 'uni-app' | 'taro' | 'mpx' | 'wepy'
    }
