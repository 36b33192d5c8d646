/**
 * Code side by side, in a shadow root: the editor's styles go there as constructed style sheets, which a policy without inline
 * styles allows.
 */
import { css } from '@codemirror/lang-css'
import { html } from '@codemirror/lang-html'
import { javascript } from '@codemirror/lang-javascript'
import { json } from '@codemirror/lang-json'
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language'
import { goToNextChunk, goToPreviousChunk, MergeView, unifiedMergeView } from '@codemirror/merge'
import { EditorState, type Extension } from '@codemirror/state'
import { EditorView, lineNumbers } from '@codemirror/view'
import { tags } from '@lezer/highlight'
import { type Ref, useEffect, useImperativeHandle, useRef } from 'react'
import { changesOf } from './lines.ts'

export interface CodeHandle {
  nextChange(): void
  previousChange(): void
  goTo(line: number): void
}
const colours = HighlightStyle.define([
  { tag: tags.keyword, color: 'var(--code-keyword)' },
  { tag: [tags.string, tags.attributeValue], color: 'var(--code-string)' },
  { tag: tags.comment, color: 'var(--code-comment)', fontStyle: 'italic' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--code-number)' },
  { tag: [tags.tagName, tags.className, tags.typeName], color: 'var(--code-tag)' },
  { tag: [tags.propertyName, tags.attributeName], color: 'var(--code-name)' },
])
const look = EditorView.theme({
  '&': { fontSize: '12.5px', backgroundColor: 'transparent', color: 'var(--ink)', height: '100%' },
  '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '1.55' },
  '.cm-gutters': { backgroundColor: 'transparent', color: 'var(--faint)', border: 'none' },
  '.cm-content': { caretColor: 'var(--brand)' },
  '&.cm-focused': { outline: 'none' },
  '.cm-hit': { backgroundColor: 'var(--code-hit)' },
  '.cm-changedLine, &.cm-merge-b .cm-changedLine': { backgroundColor: 'var(--code-added) !important' },
  '&.cm-merge-a .cm-changedLine, .cm-deletedChunk': { backgroundColor: 'var(--code-removed) !important' },
  '.cm-collapsedLines': { background: 'var(--raised)', color: 'var(--soft)', fontFamily: 'inherit' },
})
/** Longer texts are shown without colours, so that they appear at once. */
const COLOURED = 400_000
const languageOf = (path: string, length: number): Extension => {
  if (length > COLOURED) return []
  if (/\.(?:js|ts|wxs|sjs|mjs)$/.test(path)) return javascript({ typescript: path.endsWith('.ts') })
  if (/\.json$/.test(path)) return json()
  if (/\.(?:wxss|ttss|css|less|scss)$/.test(path)) return css()
  if (/\.(?:wxml|ttml|html|vue|xml|svg)$/.test(path)) return html()
  return []
}

export function CodeView({
  path,
  before,
  after,
  side,
  line,
  ref,
}: {
  readonly path: string
  readonly before: string | null
  readonly after: string
  /** Two columns, or one with what was removed between. */
  readonly side: boolean
  readonly line: number | null
  readonly ref?: Ref<CodeHandle>
}) {
  const host = useRef<HTMLDivElement>(null)
  const shown = useRef<EditorView | null>(null)
  useEffect(() => {
    const element = host.current
    if (element === null) return
    const root = element.shadowRoot ?? element.attachShadow({ mode: 'open' })
    const parent = document.createElement('div')
    root.replaceChildren(parent)
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(':host { display: block } .cm-mergeView { height: 100% } .cm-mergeViewEditors { min-height: 60px }')
    root.adoptedStyleSheets = [sheet]
    const extensions: Extension[] = [
      lineNumbers(),
      EditorState.readOnly.of(true),
      EditorView.editable.of(false),
      EditorView.lineWrapping,
      syntaxHighlighting(colours),
      languageOf(path, after.length),
      look,
    ]
    let end = () => {}
    if (before === null) {
      const view = new EditorView({ doc: after, extensions, parent, root })
      shown.current = view
      end = () => view.destroy()
    } else if (side) {
      const merge = new MergeView({
        a: { doc: before, extensions },
        b: { doc: after, extensions },
        parent,
        root,
        collapseUnchanged: { margin: 4, minSize: 8 },
        gutter: true,
        diffConfig: { override: changesOf },
      })
      shown.current = merge.b
      end = () => merge.destroy()
    } else {
      const view = new EditorView({
        doc: after,
        extensions: [
          ...extensions,
          unifiedMergeView({
            original: before,
            mergeControls: false,
            collapseUnchanged: { margin: 4, minSize: 8 },
            diffConfig: { override: changesOf },
          }),
        ],
        parent,
        root,
      })
      shown.current = view
      end = () => view.destroy()
    }
    return () => {
      shown.current = null
      end()
    }
  }, [path, before, after, side])
  const goTo = (wanted: number) => {
    const view = shown.current
    if (view === null) return
    const at = view.state.doc.line(Math.min(Math.max(1, wanted), view.state.doc.lines))
    view.dispatch({ selection: { anchor: at.from, head: at.to }, effects: EditorView.scrollIntoView(at.from, { y: 'center' }) })
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: goes there when the text or the place is another
  useEffect(() => {
    if (line !== null) goTo(line)
  }, [line, path, before, after, side])
  useImperativeHandle(ref, () => ({
    nextChange: () => shown.current !== null && void goToNextChunk(shown.current),
    previousChange: () => shown.current !== null && void goToPreviousChunk(shown.current),
    goTo,
  }))
  return <div ref={host} className="code-view" />
}
