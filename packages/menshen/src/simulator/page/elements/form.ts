/** Fields, switches, groups and forms. */
import { fire } from '../backend.ts'
import { begin, enter, freshTap } from '../cause.ts'
import { onFrame } from '../native.ts'
import { type Loose, rpx } from '../state.ts'
import { type ElementSpec, text, truthy } from './define.ts'

const on = (v: unknown): boolean => v !== undefined && truthy(v)
const off = (d: Loose): boolean => on(d.disabled)

function makeField(c: Loose, e: Loose, tag: 'input' | 'textarea'): void {
  const d = c.data
  let field = e.__field as HTMLInputElement & HTMLTextAreaElement
  if (!field) {
    field = e.__field = document.createElement(tag) as Loose
    field.autocomplete = 'off'
    e.append(field)
    let composing = false
    let last = field.value
    const changed = () => {
      if (composing || field.value === last) return
      last = field.value
      const value = field.value
      c.setData({ value })
      fire(
        c,
        'input',
        { value, cursor: field.selectionStart ?? value.length, keyCode: value.charCodeAt(value.length - 1) || 8 },
        { user: true },
      )
      if (e.__count) e.__count()
    }
    e.__lastValue = (v: string) => {
      last = v
    }
    field.addEventListener('compositionstart', () => {
      composing = true
    })
    field.addEventListener('compositionend', () => {
      composing = false
      changed()
    })
    field.addEventListener('input', changed)
    field.addEventListener('focus', () => fire(c, 'focus', { value: field.value, height: 0 }, { user: true }))
    field.addEventListener('blur', () => fire(c, 'blur', { value: field.value, cursor: field.selectionStart ?? 0 }))
    field.addEventListener('keydown', (event) => {
      if ((event as KeyboardEvent).key === 'Enter' && tag === 'input') fire(c, 'confirm', { value: field.value }, { user: true })
    })
    e.__value = () => field.value
    e.__reset = () => {
      field.value = ''
      last = ''
      c.setData({ value: '' })
    }
    // how a driver types: the field's own event, as from a keyboard
    e.__type = (value: string) => {
      const limit = +c.data.maxlength
      field.focus()
      field.value = limit > 0 ? value.slice(0, limit) : limit === undefined || Number.isNaN(limit) ? value.slice(0, 140) : value
      changed()
      if (tag === 'input') fire(c, 'confirm', { value: field.value }, { user: true })
      fire(c, 'change', { value: field.value }, { user: true })
      field.blur()
    }
    e.__press = () => field.focus()
  }
  if (d.value !== undefined && text(d.value) !== field.value && document.activeElement !== field) {
    field.value = text(d.value)
    e.__lastValue(field.value)
  } else if (d.value !== undefined && text(d.value) !== field.value) {
    field.value = text(d.value)
    e.__lastValue(field.value)
  }
  field.placeholder = text(d.placeholder)
  field.disabled = off(d)
  e.setAttribute('data-kind', on(d.password) ? 'password' : tag === 'textarea' ? 'textarea' : text(d.type) || 'text')
  if (tag === 'input') {
    field.type = on(d.password) || d.type === 'safe-password' ? 'password' : 'text'
    field.inputMode =
      ({ number: 'numeric', digit: 'decimal', idcard: 'text', 'safe-password': 'numeric' } as Record<string, string>)[text(d.type)] ??
      'text'
  }
  const limit = d.maxlength === undefined ? 140 : +d.maxlength
  if (limit > 0) field.maxLength = limit
  else field.removeAttribute('maxlength')
  if (d.placeholderStyle) field.style.setProperty('--placeholder', /color:\s*([^;]+)/.exec(rpx(text(d.placeholderStyle)))?.[1] ?? '')
  if (tag === 'textarea' && on(d.autoHeight)) {
    e.setAttribute('data-auto', '')
    field.style.height = 'auto'
    onFrame(() => {
      field.style.height = field.scrollHeight + 'px'
    })
  }
}
const fieldProps =
  'placeholder placeholder-class placeholder-style maxlength focus password confirm-type auto-height cursor adjust-position cursor-spacing always-embed auto-focus confirm-hold fixed show-confirm-bar selection-start selection-end hold-keyboard safe-password-cert-path disable-default-padding'.split(
    ' ',
  )
const field = (tag: 'input' | 'textarea'): ElementSpec => ({
  props: fieldProps,
  attached: (c, e) => makeField(c, e, tag),
  observe: {
    'value,placeholder,disabled,type,password,maxlength,placeholderStyle': (c, e) => makeField(c, e, tag),
    'focus,autoFocus': (c, e, d) => {
      if (on(d.focus) || on(d.autoFocus)) onFrame(() => e.__field?.focus({ preventScroll: true }))
      void c
    },
  },
})

function toggle(kind: 'switch' | 'checkbox' | 'radio'): ElementSpec {
  const press = (c: Loose, e: Loose) => {
    if (off(c.data)) return
    const group = e.closest(kind === 'radio' ? 'wx-radio-group' : 'wx-checkbox-group')
    if (kind === 'radio') {
      if (e.__on) return
      for (const x of (group ?? e.closest('wx-form') ?? document).querySelectorAll('wx-radio')) x.__set?.(false)
      e.__set(true)
    } else e.__set(!e.__on)
    c.setData({ checked: e.__on })
    if (kind === 'switch') return fire(c, 'change', { value: e.__on }, { user: true })
    if (!group) return
    const values: unknown[] = []
    for (const x of group.querySelectorAll('wx-' + kind)) if (x.__on) values.push(x.__wxElement.data.value)
    fire(group.__wxElement, 'change', { value: kind === 'radio' ? c.data.value : values }, { user: true })
  }
  return {
    props: ['color', 'backgroundColor', 'borderColor', 'activeBackgroundColor', 'activeBorderColor', 'iconColor'],
    attached: (c, e) => {
      e.__press = () => press(c, e)
      if (kind === 'switch') e.__value = () => !!e.__on
      e.__reset = () => e.__set(false)
    },
    observe: {
      'checked,disabled,color,type': (_, e, d) => {
        e.__set ??= (v: boolean) => {
          e.__on = v
          e.toggleAttribute('data-on', v)
        }
        e.__set(on(d.checked))
        e.toggleAttribute('data-off', off(d))
        if (d.color) e.style.setProperty('--on', text(d.color))
        e.setAttribute('data-type', text(d.type))
      },
    },
    tap: (c, e) => press(c, e),
  }
}

const radioGroup: ElementSpec = {
  attached: (_, e) => {
    e.__value = () => {
      for (const x of e.querySelectorAll('wx-radio')) if (x.__on) return x.__wxElement.data.value
      return ''
    }
  },
}
const checkboxGroup: ElementSpec = {
  attached: (_, e) => {
    e.__value = () => {
      const values: unknown[] = []
      for (const x of e.querySelectorAll('wx-checkbox')) if (x.__on) values.push(x.__wxElement.data.value)
      return values
    }
  },
}

const slider: ElementSpec = {
  props: ['min', 'max', 'step', 'show-value', 'activeColor', 'backgroundColor', 'block-size', 'block-color', 'color', 'selected-color'],
  attached: (c, e) => {
    const range = document.createElement('input')
    range.type = 'range'
    const shown = document.createElement('span')
    e.append(range, shown)
    e.__range = range
    e.__value = () => +range.value
    range.addEventListener('input', () => {
      c.setData({ value: +range.value })
      fire(c, 'changing', { value: +range.value }, { user: true })
    })
    range.addEventListener('change', () => fire(c, 'change', { value: +range.value }, { user: true }))
    setSlider(c, e)
  },
  observe: { 'value,min,max,step,disabled,showValue': (c, e) => setSlider(c, e) },
}
function setSlider(c: Loose, e: Loose): void {
  const range = e.__range as HTMLInputElement | undefined
  if (!range) return
  const d = c.data
  range.min = text(d.min ?? 0)
  range.max = text(d.max ?? 100)
  range.step = text(d.step ?? 1)
  range.value = text(d.value ?? 0)
  range.disabled = off(d)
  const shown = e.lastElementChild as HTMLElement
  shown.textContent = on(d.showValue) ? range.value : ''
}

/** Values of every named control under a form. */
function valuesOf(form: Element): Record<string, unknown> {
  const values: Record<string, unknown> = {}
  for (const x of Array.from(form.querySelectorAll('*')) as Loose[]) {
    const c = x.__wxElement
    const name = text(c?.data?.name ?? '')
    if (name && x.__value) values[name] = x.__value()
    else if (name && c?.data && 'value' in c.data && !x.tagName.startsWith('WX-') && c.data.value !== undefined) values[name] = c.data.value
  }
  return values
}
/** Submits or resets the form around an element. */
export function pressFormButton(e: Element, type: string): void {
  const form = e.closest('wx-form') as Loose
  if (!form) return
  if (type === 'submit')
    fire(
      form.__wxElement,
      'submit',
      { value: valuesOf(form), target: { id: form.__wxElement.id, dataset: form.__wxElement.dataset } },
      { user: true },
    )
  else {
    for (const x of form.querySelectorAll('*')) (x as Loose).__reset?.()
    enter(begin('tap', 'reset', freshTap()), () => form.__wxElement.triggerEvent('reset', {}))
  }
}
const form: ElementSpec = { props: ['report-submit', 'report-submit-timeout'] }

export const formElements: Readonly<Record<string, ElementSpec>> = {
  input: field('input'),
  textarea: field('textarea'),
  switch: toggle('switch'),
  checkbox: toggle('checkbox'),
  radio: toggle('radio'),
  'radio-group': radioGroup,
  'checkbox-group': checkboxGroup,
  slider,
  form,
}
