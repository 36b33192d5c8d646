/**
 * What lies on top of a page: modals, action sheets, permission questions, payment, toasts, picker panels. They are
 * real: drawn, tapped, recorded. A profile answers those it has an answer for, after the time a person would need.
 */
import type { Answer, PromptRecord } from '../types.ts'
import { begin, enter, makeTap } from './cause.ts'
import { clearTimer, setTimer } from './native.ts'
import { record } from './record.ts'
import { world } from './state.ts'

export interface Question {
  readonly sort: PromptRecord['sort']
  readonly api: string
  readonly title?: string
  readonly text?: string
  readonly buttons: readonly { readonly id: string; readonly text: string; readonly color?: string }[]
  readonly call: number | null
  /** 'allow' presses the first button that is no refusal, 'deny' the refusing one. */
  readonly answer: Answer
  readonly refuse: string
  readonly accept: string
  readonly input?: { readonly placeholder: string; readonly value: string }
  readonly body?: HTMLElement
}
export interface Choice {
  readonly button: string
  readonly by: 'profile' | 'user' | 'program' | 'page'
  readonly input: string
}
interface Open {
  readonly id: number
  readonly question: Question
  readonly element: HTMLElement
  readonly close: (button: string, by: Choice['by']) => void
}

const layer = (): HTMLElement => document.getElementById('prompts') as HTMLElement
const open: Open[] = []
export const openPrompts = (): readonly Open[] => open
const limit = 12

const element = (tag: string, className: string, content = ''): HTMLElement => {
  const e = document.createElement(tag)
  e.className = className
  e.textContent = content.slice(0, 2000)
  return e
}

/** Shows a question and calls back with the choice, inside a context of its own: answering is a person's doing. */
export function ask(question: Question, done: (choice: Choice) => void): void {
  if (open.length >= limit) {
    record({ kind: 'host', what: 'limit', detail: 'prompts', stack: [] })
    setTimer(
      () =>
        enter(begin('answer', question.api + ':' + question.refuse, null), () => done({ button: question.refuse, by: 'page', input: '' })),
      200,
    )
    return
  }
  const id = record({
    kind: 'prompt',
    prompt: 0,
    sort: question.sort,
    api: question.api,
    title: (question.title ?? '').slice(0, 200),
    text: (question.text ?? '').slice(0, 1000),
    buttons: question.buttons.map((b) => b.text.slice(0, 60)),
    call: question.call,
  })
  const mask = element('div', 'mp-mask mp-' + question.sort)
  const card = element('div', 'mp-card')
  if (question.title) card.append(element('div', 'mp-title', question.title))
  if (question.text) card.append(element('div', 'mp-text', question.text))
  let field: HTMLInputElement | null = null
  if (question.input) {
    field = document.createElement('input')
    field.className = 'mp-field'
    field.placeholder = question.input.placeholder
    field.value = question.input.value
    card.append(field)
  }
  if (question.body) card.append(question.body)
  const row = element('div', 'mp-buttons')
  let over = false
  let timer = 0
  const close = (button: string, by: Choice['by']) => {
    if (over) return
    over = true
    clearTimer(timer)
    mask.remove()
    const at = open.findIndex((o) => o.id === id)
    if (at >= 0) open.splice(at, 1)
    const answered = record({ kind: 'prompt-closed', prompt: id, choice: button, by })
    const tap = by === 'page' || by === 'program' ? null : makeTap(answered)
    const run = () => enter(begin('answer', question.api + ':' + button, tap), () => done({ button, by, input: field?.value ?? '' }))
    setTimer(run, 0)
  }
  for (const b of question.buttons) {
    const button = element('div', 'mp-button', b.text)
    button.dataset.choice = b.id
    if (b.color && /^#[0-9a-f]{3,8}$|^[a-z]+$/i.test(b.color)) button.style.color = b.color
    button.addEventListener('click', (event) => event.isTrusted && close(b.id, 'user'))
    row.append(button)
  }
  card.append(row)
  mask.append(card)
  layer().append(mask)
  open.push({ id, question, element: mask, close })
  if (question.answer !== 'hand')
    timer = setTimer(() => close(question.answer === 'allow' ? question.accept : question.refuse, 'profile'), world.profile.answerDelay)
}

/** Whoever drives presses a button of the topmost question by its text or id. */
export function answerTop(button: string): boolean {
  const last = open[open.length - 1]
  if (!last) return false
  const found = last.question.buttons.find((b) => b.id === button || b.text === button)
  if (!found) return false
  last.close(found.id, 'user')
  return true
}
/** A page that goes takes its questions with it, as the platform does with pickers; modals stay. */
export function closePanels(): void {
  for (const o of [...open]) if (o.question.sort === 'panel') o.close(o.question.refuse, 'page')
}

let toastTimer = 0
/** A toast or a loading sign. */
export function toast(sort: 'toast' | 'loading', title: string, mask: boolean, duration: number, call: number): void {
  hideToast()
  const e = element('div', 'mp-toast' + (mask ? ' mp-masked' : ''))
  e.append(element('span', sort === 'loading' ? 'mp-spin' : 'mp-sign'), element('div', '', title))
  e.dataset.sort = sort
  layer().append(e)
  record({
    kind: 'prompt',
    prompt: 0,
    sort,
    api: sort === 'loading' ? 'showLoading' : 'showToast',
    title: title.slice(0, 200),
    text: '',
    buttons: [],
    call,
  })
  if (sort === 'toast') toastTimer = setTimer(hideToast, Math.min(duration || 1500, 10_000))
}
export function hideToast(sort?: 'toast' | 'loading'): void {
  clearTimer(toastTimer)
  for (const e of Array.from(layer().querySelectorAll<HTMLElement>('.mp-toast'))) if (!sort || e.dataset.sort === sort) e.remove()
}
export const loadingShown = (): boolean => layer().querySelector('.mp-toast[data-sort=loading]') !== null
